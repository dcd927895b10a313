import type { NewLead } from './lead-store'
import { capText } from './stored-text'

const fieldLimit = 500
const descriptionLimit = 4000
/** Folding can make a text up to 18 times longer. */
const indexTextLimit = 16_000

/** Scripts that are written without spaces between words, and Korean, whose words carry endings. */
const spacelessCharacter =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Hangul}\p{Script_Extensions=Bopomofo}]/gu
const asciiOnly = /^[ -~\s]*$/

/** The text that a lead is found by, ready for the index. */
export function searchTextOf(lead: NewLead): string {
  const { fields } = lead
  const text = [
    capText(fields.firstName, fieldLimit),
    capText(fields.lastName, fieldLimit),
    capText(fields.email, fieldLimit),
    capText(fields.phone, fieldLimit),
    capText(fields.company, fieldLimit),
    capText(fields.title, fieldLimit),
    capText(fields.country, fieldLimit),
    capText(fields.offerTitle, fieldLimit),
    capText(fields.source, fieldLimit),
    capText(fields.actionCode, fieldLimit),
    lead.diagnosis?.code ?? '',
    capText(fields.description, descriptionLimit),
    capText(lead.searchText, descriptionLimit),
  ].join('\n')
  return capText(toIndexText(text), indexTextLimit)
}

/**
 * Text as the index and its queries see it: compatibility forms folded (full-width letters, half-width katakana), and
 * each character of a script without spaces a word of its own, so that any part of `株式会社` is found as a phrase.
 * The index itself ignores case and diacritics.
 */
export function toIndexText(text: string): string {
  if (asciiOnly.test(text)) return text
  return text.normalize('NFKC').replaceAll('\0', ' ').replace(spacelessCharacter, ' $& ')
}
