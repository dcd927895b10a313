/** Why a character is not shown as it is; the sentence is `character.<kind>` in the locale. */
export type HiddenCharacterKind = 'control' | 'direction' | 'invisible' | 'broken'

/** A piece of received text: shown as it is, or one character that would be unseen or would change its neighbours. */
export type VisiblePiece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: HiddenCharacterKind
      /** What stands for it on the screen: `␀` for the ASCII controls, else its code point. */
      readonly label: string
      /** e.g. `U+202E` */
      readonly codePoint: string
    }

const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/**
 * Cuts received text at every control, direction-changing, invisible or broken character, so that a screen can show a
 * mark in its place. Joiners inside words and emoji stay as they are: several languages cannot be written without them.
 * @param keepLines leaves tabs, line feeds and carriage return + line feed in the text (for views with lines)
 */
export function splitVisible(text: string, keepLines = false): readonly VisiblePiece[] {
  const pieces: VisiblePiece[] = []
  let from = 0
  for (const match of text.matchAll(hidden)) {
    const [character] = match
    if (staysAsItIs(text, match.index, character, keepLines)) continue
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    pieces.push(describe(character))
    from = match.index + character.length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

function staysAsItIs(text: string, index: number, character: string, keepLines: boolean): boolean {
  if (character === '\n' || character === '\t') return keepLines
  if (character === '\r') return keepLines && text[index + 1] === '\n'
  if (character === '\u200c' || character === '\u200d') return joins(text[index - 1]) && joins(text[index + 1])
  return false
}

/** A zero-width joiner or non-joiner has a meaning only between characters outside ASCII. */
function joins(neighbour: string | undefined): boolean {
  return neighbour !== undefined && neighbour > '\u00ff'
}

function describe(character: string): VisiblePiece {
  const code = character.codePointAt(0) ?? 0
  const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return { kind: kindOf(code), label: controlPicture(code) ?? codePoint, codePoint }
}

function kindOf(code: number): HiddenCharacterKind {
  if (code < 0xa0) return 'control'
  if (code >= 0xd800 && code <= 0xdfff) return 'broken'
  const direction = [0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]
  return direction.includes(code) ? 'direction' : 'invisible'
}

/** Unicode has a picture for each ASCII control character, from U+2400. */
function controlPicture(code: number): string | undefined {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '\u2421' : undefined
}
