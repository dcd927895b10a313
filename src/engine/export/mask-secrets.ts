import { maskSignature } from '@shared/flow/flow-url'
import type { HeaderPair } from '@shared/http/header-pair'

const secretName =
  /^(?:.*authorization|set-cookie2?|cookie|sig|code|key)$|api[-_]?key|[-_]key$|subscription-key|token|secret|password|passwd|credential/i

/** Whether the value of a header, query parameter or form field of this name is likely a credential. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.trim())
}

/** Headers for a file or the clipboard: values that could be credentials replaced, signatures inside URLs masked. */
export function maskHeaders(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headers.map(([name, value]) => (isSecretName(name) ? [name, '••••••••'] : [name, maskSignature(value)]))
}
