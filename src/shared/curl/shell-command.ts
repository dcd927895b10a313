/** One command of a shell text: its words after quoting, and what is piped into it by `<<EOF` or `<<<`. */
export type ShellCommand = { readonly words: readonly string[]; readonly input: string | null }
