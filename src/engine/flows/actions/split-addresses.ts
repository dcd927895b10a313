import { fillTemplate, type TriggerOutputs } from '@shared/template/fill-template'

export type MailAddress = { readonly name: string; readonly address: string }

export type SplitAddresses = {
  readonly addresses: readonly MailAddress[]
  /** What is no single address, as written. */
  readonly notValid: readonly string[]
  readonly blank: readonly string[]
}

/** Stands for a `;` that a lead brought: such a value is no address, and must not become two. */
const foreignSplit = '\0'

/** The recipients of a field: addresses split by `;`. A lead's value can be one of them, never several. */
export function splitAddresses(template: string, outputs: TriggerOutputs): SplitAddresses {
  const filled = fillTemplate(template, outputs, (value) => value.replaceAll(';', foreignSplit))
  const addresses: MailAddress[] = []
  const notValid: string[] = []
  for (const part of filled.text.split(';')) {
    const text = part.trim()
    if (text === '') continue
    const address = readAddress(text)
    if (address === null) notValid.push(text.replaceAll(foreignSplit, ';'))
    else addresses.push(address)
  }
  return { addresses, notValid, blank: filled.blank }
}

// No control characters, quotes, commas or brackets: whatever could begin another address or header.
const withName = /^(?:"([^"\p{Cc}]*)"|([^"<>,;\p{Cc}]*))\s*<([^\s"<>,;:\p{Cc}]+@[^\s"<>,;:@\p{Cc}]+)>$/u
const bare = /^[^\s"<>,;:\p{Cc}]+@[^\s"<>,;:@\p{Cc}]+$/u

/** `someone@contoso.com` or `Some One <someone@contoso.com>`; null where it is neither. */
export function readAddress(text: string): MailAddress | null {
  if (bare.test(text)) return { name: '', address: text }
  const match = withName.exec(text)
  if (match === null) return null
  return { name: (match[1] ?? match[2] ?? '').trim(), address: match[3] ?? '' }
}

export function writeAddress({ name, address }: MailAddress): string {
  return name === '' ? address : `${name} <${address}>`
}
