import { readAddress } from '@shared/mail/mail-address'
import { findTokens } from '@shared/template/template'

/** Pure: what of a list split by `;` is no address, as written. What dynamic content brings is not known here. */
export function oddAddresses(text: string): readonly string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && findTokens(part).length === 0 && readAddress(part) === null)
}
