import { maskSignature } from '@shared/flow/flow-url'
import type { HeaderPair } from '@shared/http/header-pair'

const secretHeaders = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'])

/** Headers for a file or the clipboard: values that could be credentials replaced, signatures inside URLs masked. */
export function maskHeaders(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headers.map(([name, value]) =>
    secretHeaders.has(name.toLowerCase()) ? [name, '••••••••'] : [name, maskSignature(value)],
  )
}
