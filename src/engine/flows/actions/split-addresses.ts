import { type MailAddress, readAddress } from '@shared/mail/mail-address'
import { fillTemplate, type TriggerOutputs } from '@shared/template/fill-template'

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

export function writeAddress({ name, address }: MailAddress): string {
  return name === '' ? address : `${name} <${address}>`
}
