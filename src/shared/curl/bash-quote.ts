/** A text as one word of a POSIX shell. NUL cannot be part of one and becomes its visible sign. */
export function bashQuote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  return `'${text.replaceAll('\0', '␀').replaceAll("'", `'\\''`)}'`
}
