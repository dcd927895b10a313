import type { HeaderPair } from '@shared/http/header-pair'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { isSecretName } from '@shared/http/secret-name'
import type { StepValue } from '@shared/run/run'

/** Characters of one input or output that a run keeps. */
const valueLimit = 10_000

/** A value as a run keeps it: its beginning, never half a surrogate pair. */
export function capValue(text: string): string {
  if (text.length <= valueLimit) return text
  const last = text.charCodeAt(valueLimit - 1)
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? valueLimit - 1 : valueLimit)}…`
}

/** Whether a header's value is likely a credential, as far as its name tells. */
export function isSecretHeader(name: string): boolean {
  return isSecretName(name) || /signature/i.test(name)
}

/** Headers as inputs or outputs, secrets masked. */
export function headerValues(headers: readonly HeaderPair[]): readonly StepValue[] {
  return headers.map(([name, value]) => ({
    name,
    value: isSecretHeader(name) && value !== '' ? '••••••••' : capValue(maskUrlSecrets(value)),
  }))
}
