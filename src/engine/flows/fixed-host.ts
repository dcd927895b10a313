import { parseTemplate } from '@shared/template/template'

/** What is wrong with an *HTTP* step's address, as a key of `run.json` under `check`; null where it can be used. */
export type AddressFault = 'address-not-valid' | 'address-token' | 'address-sign-in'

/** The scheme and host of an address must be written out: lead data never chooses where a request goes. */
export function findAddressFault(template: string): AddressFault | null {
  const [first, ...rest] = parseTemplate(template.trim())
  if (first === undefined || first.kind !== 'text') return first === undefined ? 'address-not-valid' : 'address-token'
  const origin = /^https?:\/\/([^/?#\\\s]+)(?=([/?#]|$))/i.exec(first.text)
  if (origin === null)
    return rest.length > 0 && /^https?:\/\/[^/?#]*$/i.test(first.text) ? 'address-token' : 'address-not-valid'
  // The host ends where a path begins; at the end of the text a token would go on with it.
  if (origin[2] === '' && rest.length > 0) return 'address-token'
  if (origin[1]?.includes('@') === true) return 'address-sign-in'
  return URL.canParse(origin[0]) ? null : 'address-not-valid'
}
