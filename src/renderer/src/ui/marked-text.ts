import { splitVisible } from '@shared/text/visible-characters'

/**
 * Pure: received text for places that take nothing but plain text (the options of a select, the value of a combobox),
 * its control, direction-changing and invisible characters spelled out, e.g. `[U+202E]`.
 * @param maxLength longer text is cut to this many characters, with an ellipsis
 */
export function markedText(text: string, maxLength = 120): string {
  const shown = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
  return splitVisible(shown)
    .map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.codePoint}]`))
    .join('')
}
