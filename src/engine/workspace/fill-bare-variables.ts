import { findVariables } from '@shared/variables/resolve-text'

/**
 * A JSON text in which every `{{variable}}` that stands outside a string is an empty string, padded to the same length:
 * it can be read before its variables have values, and every place in it stays where it was.
 */
export function fillBareVariables(text: string): string {
  const mentions = findVariables(text)
  if (mentions.length === 0) return text
  const parts: string[] = []
  let read = 0
  let inString = false
  for (const { from, to } of mentions) {
    inString = endsInString(text, read, from, inString)
    parts.push(text.slice(read, from), inString ? text.slice(from, to) : '""'.padEnd(to - from))
    read = to
  }
  return parts.join('') + text.slice(read)
}

/** Whether a JSON text is within a string at `to`, when at `from` it was as `inString` says. */
function endsInString(text: string, from: number, to: number, inString: boolean): boolean {
  let inside = inString
  for (let at = from; at < to; at++) {
    const character = text[at]
    if (inside && character === '\\') at++
    else if (character === '"') inside = !inside
  }
  return inside
}
