import type { HeaderPair } from '@shared/http/header-pair'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { isSecretName } from '@shared/http/secret-name'

/** Headers for a file or the clipboard: values that could be credentials replaced, those inside URLs too. */
export function maskHeaders(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headers.map(([name, value]) => (isSecretName(name) ? [name, '••••••••'] : [name, maskUrlSecrets(value)]))
}
