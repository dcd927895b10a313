import { basicCredentials } from './prepare-auth'
import { requestNotValid } from './request-not-valid'

export type ProxyServer = {
  readonly secure: boolean
  readonly host: string
  readonly port: number
  /** The value of Proxy-Authorization; null when the proxy's address names nobody. */
  readonly authorization: string | null
}

/** Reads `http://user:password@host:port`; the scheme may be left out. @throws AppError `request-not-valid` {detail} */
export function readProxy(text: string): ProxyServer {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null
  // Never the text itself: it may hold a password.
  if (url === null || url.hostname === '') {
    throw requestNotValid('The address of the proxy cannot be read. It looks like http://proxy.example.com:8080.')
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw requestNotValid(
      `The proxy's address begins with ${url.protocol}//. Only http:// and https:// proxies can be used.`,
    )
  }
  const secure = url.protocol === 'https:'
  const named = url.username !== '' || url.password !== ''
  return {
    secure,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    authorization: named ? basicCredentials(decoded(url.username), decoded(url.password)) : null,
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
