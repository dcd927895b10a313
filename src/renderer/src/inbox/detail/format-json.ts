/** Deeper levels stay on one line: an indent for each would make the text many times larger. */
const indentedDepth = 100

/**
 * Sets JSON text on lines with two spaces of indent and changes nothing else: keys keep their order and repetitions,
 * numbers and escapes their spelling, which `JSON.parse` and back would not. Takes text that was found to be JSON, or
 * would be with its `{{variables}}` filled in.
 */
export function formatJson(text: string): string {
  const lines: string[] = []
  let line = ''
  let depth = 0
  const breakLine = () => {
    if (depth > indentedDepth) return
    lines.push(line)
    line = '  '.repeat(depth)
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isJsonSpace(character)) continue
    if (character === '"') {
      const end = endOfString(text, at)
      line += text.slice(at, end)
      at = end - 1
    } else if (character === '{' && text[at + 1] === '{') {
      const end = text.indexOf('}}', at)
      const variable = text.slice(at, end < 0 ? text.length : end + 2)
      line += variable
      at += variable.length - 1
    } else if (character === '{' || character === '[') {
      const close = nextSolid(text, at + 1)
      line += character
      if (text[close] === (character === '{' ? '}' : ']')) {
        line += text.charAt(close)
        at = close
      } else {
        depth++
        breakLine()
      }
    } else if (character === '}' || character === ']') {
      depth = Math.max(0, depth - 1)
      breakLine()
      line += character
    } else if (character === ',') {
      line += character
      breakLine()
    } else if (character === ':') line += ': '
    else line += character
  }
  lines.push(line)
  return lines.join('\n')
}

/** The index behind a string's closing quote. @param start index of its opening quote */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '"') return at + 1
  }
  return text.length
}

/** The index of the first character from `at` on that is not white space; the text's length when there is none. */
export function nextSolid(text: string, at: number): number {
  let next = at
  while (next < text.length && isJsonSpace(text.charAt(next))) next++
  return next
}

function isJsonSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t' || character === '\ufeff'
}
