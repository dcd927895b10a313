import type { RequestSettings } from '../request/request-template'
import { defaultRequestSettings } from '../request/request-template'
import type { CurlArgument } from './curl-arguments'

export type CurlSettings = {
  readonly settings: RequestSettings
  /** Files that are named and have to be chosen here. */
  readonly files: readonly string[]
}

/** Redirects, TLS, proxy and time-out of a command. curl follows no redirect unless it is told to. */
export function readSettings(given: readonly CurlArgument[]): CurlSettings {
  const has = (name: string) => given.some((argument) => argument.name === name)
  const last = (name: string) => given.findLast((argument) => argument.name === name)?.value
  const clientCertificate = readCertificate(last('cert'), last('key'), last('pass'))
  return {
    settings: {
      timeoutMs: readTimeout(last('max-time')),
      followRedirects: has('location') || has('location-trusted'),
      maxRedirects: readRedirects(last('max-redirs')),
      verifyTls: !has('insecure'),
      clientCertificate,
      proxy: readProxy(last('proxy'), last('proxy-user')),
    },
    files: clientCertificate
      ? [clientCertificate.certificate.path, ...(clientCertificate.key ? [clientCertificate.key.path] : [])]
      : [],
  }
}

/** Seconds, with a fraction. */
function readTimeout(seconds: string | undefined): number {
  const milliseconds = Math.round(Number(seconds) * 1000)
  if (seconds === undefined || !Number.isFinite(milliseconds) || milliseconds < 0)
    return defaultRequestSettings.timeoutMs
  return Math.min(milliseconds, 3_600_000)
}

/** -1 is no limit for curl. */
function readRedirects(count: string | undefined): number {
  const number = Number(count)
  if (count === undefined || !Number.isInteger(number)) return defaultRequestSettings.maxRedirects
  return number < 0 ? 50 : Math.min(number, 50)
}

/** `file:passphrase`; a colon of a Windows drive, or one after a backslash, belongs to the path. */
function readCertificate(
  certificate: string | undefined,
  key: string | undefined,
  passphrase: string | undefined,
): RequestSettings['clientCertificate'] {
  if (!certificate) return null
  const [, path = certificate, written] = /^((?:[a-z]:[\\/])?(?:\\:|[^:])*)(?::([\s\S]*))?$/i.exec(certificate) ?? []
  return {
    certificate: { path: path.replaceAll('\\:', ':') },
    key: key ? { path: key } : null,
    passphrase: passphrase ?? written ?? '',
  }
}

function readProxy(proxy: string | undefined, user: string | undefined): string {
  if (!proxy) return ''
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) || proxy.startsWith('{{') ? proxy : `http://${proxy}`
  if (!user || /:\/\/[^/]*@/.test(url)) return url
  const [name = '', ...password] = user.split(':')
  const userInfo = [name, password.join(':')].map(encodeURIComponent).join(':')
  return url.replace('://', `://${userInfo}@`)
}
