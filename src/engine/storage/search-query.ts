import { toIndexText } from './search-text'

/** More words than anyone types; each costs time. */
const wordLimit = 32

/** What the index takes for part of a word: https://www.sqlite.org/fts5.html#unicode61_tokenizer */
const wordCharacter = /[\p{L}\p{N}\p{Co}]/u

/** The database takes neither a NUL nor half a surrogate pair in a text. */
const unusable = /[\0\p{Surrogate}]/gu

/**
 * What someone typed as a query of SQLite's FTS5: every word must occur, each as the beginning of a word, in any field.
 * `someone@cont` is one word here, and a phrase to the index. Never a syntax error, whatever was typed.
 * @returns null where there is nothing to look for (only spaces, punctuation or emoji)
 */
export function toSearchExpression(typed: string): string | null {
  const words = typed
    .replace(unusable, ' ')
    .split(/\s+/u)
    .filter((word) => wordCharacter.test(word))
    .slice(0, wordLimit)
  if (words.length === 0) return null
  return words.map((word) => `"${toIndexText(word).replaceAll('"', ' ')}"*`).join(' AND ')
}
