import type { HeaderPair } from '@shared/http/header-pair'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'

const mask = '••••••••'

/** Headers that carry credentials. The same as the engine masks in exports. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
])

/** A header's value as it may be shown unasked; equal to the value where nothing in it is secret. */
export function maskedHeaderValue([name, value]: HeaderPair): string {
  return secretHeaders.has(name.toLowerCase()) ? mask : maskUrlSecrets(value)
}
