import type { HeaderPair } from '@shared/http/header-pair'
import { type GuardedAnswer, sendGuarded } from '../../sender/guarded-request'
import type { Reach } from '../reach'

export const crmTimeoutMs = 60_000

/** The address of a CRM as its connection says it: https, or plain http on this computer (a stand-in). null otherwise. */
export function crmUrl(base: string, path = ''): URL | null {
  const text = base.trim().replace(/\/+$/, '') + path
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return null
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url : null
}

/** A request to a system that the user has connected by hand: no address is refused, no redirect followed. */
export function sendToCrm(
  url: URL,
  headers: readonly HeaderPair[],
  body: string,
  reach: Pick<Reach, 'signal' | 'trustedCertificates'>,
): Promise<GuardedAnswer> {
  const { signal, trustedCertificates } = reach
  return sendGuarded({
    method: 'POST',
    url,
    headers,
    body,
    timeoutMs: crmTimeoutMs,
    allowPrivate: true,
    signal,
    trustedCertificates,
  })
}
