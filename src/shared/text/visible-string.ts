import { splitVisible } from './visible-characters'

/** Received text as one safe line of text (terminals, desktop notices): a mark stands for each hidden character. */
export function visibleString(text: string): string {
  return splitVisible(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.label))
    .join('')
}
