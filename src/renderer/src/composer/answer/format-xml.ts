/** More levels stay on one margin: an indent for each would make the text many times larger. */
const indentedDepth = 100

/**
 * Sets XML on lines with two spaces of indent, for reading. Only white space between tags is changed; an element that
 * holds text alone stays on its line. Text that is not well-formed is set as far as its tags can be told.
 */
export function formatXml(text: string): string {
  const lines: string[] = []
  let depth = 0
  let line = ''
  const put = (piece: string, at: number) => {
    if (line !== '') lines.push(line)
    line = '  '.repeat(Math.max(0, Math.min(at, indentedDepth))) + piece
  }
  // Whether the last tag opened an element that has had no child element yet: its end then stays on the same line.
  let isOpen = false
  for (const piece of piecesOf(text)) {
    if (!piece.startsWith('<')) {
      if (piece.trim() === '') continue
      if (isOpen) line += piece
      else put(piece.trim(), depth)
    } else if (piece.startsWith('</')) {
      depth = Math.max(0, depth - 1)
      if (isOpen) line += piece
      else put(piece, depth)
      isOpen = false
    } else {
      put(piece, depth)
      isOpen = !/^<[!?]|\/>$/.test(piece)
      if (isOpen) depth++
    }
  }
  return line === '' ? lines.join('\n') : [...lines, line].join('\n')
}

/** Tags, comments, CDATA and declarations whole, and the texts between them. A tag that never ends is the last piece. */
function* piecesOf(text: string): Generator<string> {
  let at = 0
  while (at < text.length) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at)
      const end = next < 0 ? text.length : next
      yield text.slice(at, end)
      at = end
      continue
    }
    const close = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<![CDATA[', at)
        ? ']]>'
        : text.startsWith('<?', at)
          ? '?>'
          : null
    const end = close === null ? endOfTag(text, at) : endBehind(text, close, at)
    yield text.slice(at, end)
    at = end
  }
}

function endBehind(text: string, close: string, from: number): number {
  const at = text.indexOf(close, from)
  return at < 0 ? text.length : at + close.length
}

/** Behind the `>` that ends a tag: one within quotes does not. */
function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return text.length
}
