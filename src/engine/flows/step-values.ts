import type { HeaderPair } from '@shared/http/header-pair'
import type { StepValue } from '@shared/run/run'

/** Characters of one input or output that a run keeps. */
const valueLimit = 10_000

/** A value as a run keeps it: its beginning, never half a surrogate pair. */
export function capValue(text: string): string {
  if (text.length <= valueLimit) return text
  const last = text.charCodeAt(valueLimit - 1)
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? valueLimit - 1 : valueLimit)}…`
}

const secretHeader = /^(proxy-)?authorization$|cookie|api-?key|token|secret|password|signature/i

/** Headers as inputs or outputs, secrets masked. */
export function headerValues(headers: readonly HeaderPair[]): readonly StepValue[] {
  return headers.map(([name, value]) => ({
    name,
    value: secretHeader.test(name) && value !== '' ? '••••••••' : capValue(value),
  }))
}
