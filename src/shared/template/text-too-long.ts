/** Characters that a template may have once it is filled: more than any mail or record, less than what ends a process. */
const mostCharacters = 8_000_000

/** A template that became too long with what the lead brought. */
export class TextTooLong extends Error {
  override readonly name = 'TextTooLong'

  constructor() {
    super(`The filled text has more than ${mostCharacters} characters.`)
  }
}

/** Throws {@link TextTooLong}; asked before such a text is put together. */
export function checkLength(characters: number): void {
  if (characters > mostCharacters) throw new TextTooLong()
}
