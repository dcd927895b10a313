/** One command of a shell text: its words after quoting, and what is known to be piped into it: by `<<EOF`, `<<<` or `echo … |`. */
export type ShellCommand = { readonly words: readonly string[]; readonly input: string | null }
