import { isUtf8 } from 'node:buffer'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import { isSecretName } from '@shared/http/secret-name'

/** A request without its body. */
export type Asked = { readonly url: URL; readonly method: string; readonly headers: readonly HeaderPair[] }

export type Redirect = Asked & {
  /** False: the body is not sent again. */
  readonly withBody: boolean
  readonly sameOrigin: boolean
}

const followed = new Set([301, 302, 303, 307, 308])
const ofTheBody = /^content-|^transfer-encoding$/i

/**
 * Where an answer sends the request on to; null where it does not, or to an address that is not http(s).
 * 303, and 301 and 302 of a POST, go on as GET without the body (RFC 9110, 15.4). Credentials do not go to another host.
 * @param credentialHeaders lower-case names of headers that hold credentials whatever their names say
 */
export function readRedirect(
  answer: { readonly status: number; readonly headers: readonly HeaderPair[] },
  asked: Asked,
  credentialHeaders: readonly string[],
): Redirect | null {
  if (!followed.has(answer.status)) return null
  const location = asText(headerValue(answer.headers, 'location') ?? '')
  if (location === '' || !URL.canParse(location, asked.url)) return null
  const url = new URL(location, asked.url)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const sameOrigin = url.origin === asked.url.origin
  const toGet = becomesGet(answer.status, asked.method.toUpperCase())
  return {
    url,
    method: toGet ? 'GET' : asked.method,
    headers: asked.headers.filter(
      ([name]) => !(toGet && ofTheBody.test(name)) && (sameOrigin || !isForOneHost(name, credentialHeaders)),
    ),
    withBody: !toGet,
    sameOrigin,
  }
}

function isForOneHost(name: string, credentialHeaders: readonly string[]): boolean {
  const key = name.toLowerCase()
  return key === 'host' || isSecretName(key) || credentialHeaders.includes(key)
}

/** Servers write addresses as UTF-8; Node gives headers as Latin-1. */
function asText(header: string): string {
  const bytes = Buffer.from(header, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : header
}

function becomesGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}
