import type { SendFailure } from '@shared/answer/answer'
import { AnswerTooLarge } from './answer-too-large'
import { ConnectionError, errorCode } from './connection-error'
import { TimedOut } from './timed-out'
import { TooManyRedirects } from './too-many-redirects'

type Kind = SendFailure['kind']

/** Codes of libuv and getaddrinfo that mean the same whatever was being done. */
const systemKinds: Readonly<Record<string, Kind>> = {
  ENOTFOUND: 'dns-failed',
  EAI_AGAIN: 'dns-failed',
  EAI_FAIL: 'dns-failed',
  EAI_NODATA: 'dns-failed',
  EAI_NONAME: 'dns-failed',
  ENODATA: 'dns-failed',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timed-out',
  ERR_INVALID_URL: 'url-not-valid',
}

const expiredCodes = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
const wrongHostCodes = new Set(['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'])
/** Alerts by which a server says that it wants a client certificate, or another one. */
const certificateAlert =
  /ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_UNKNOWN_CA|ALERT_CERTIFICATE_(UNKNOWN|EXPIRED|REVOKED)|ALERT_ACCESS_DENIED|ALERT_UNSUPPORTED_CERTIFICATE/

/** What stopped a send, in the contract's words. Anything that is not foreseen is `failed` with the system's own code. */
export function toSendFailure(error: unknown, host: string, port: number): SendFailure {
  return { kind: kindOf(error), code: errorCode(error), host, port }
}

function kindOf(error: unknown): Kind {
  if (error instanceof TimedOut) return 'timed-out'
  if (error instanceof AnswerTooLarge) return 'body-too-large'
  if (error instanceof TooManyRedirects) return 'too-many-redirects'
  const code = errorCode(error)
  if (error instanceof ConnectionError) return stageKind(error, code)
  if (code.startsWith('HPE_')) return code === 'HPE_HEADER_OVERFLOW' ? 'failed' : 'not-http'
  if (certificateAlert.test(code)) return 'client-certificate'
  if (isTlsCode(code)) return 'tls-failed'
  return systemKinds[code] ?? 'failed'
}

function stageKind(error: ConnectionError, code: string): Kind {
  switch (error.stage) {
    case 'connect':
      return systemKinds[code] ?? 'failed'
    case 'proxy':
      return 'proxy-failed'
    case 'client-certificate':
      return 'client-certificate'
    case 'certificate':
      if (expiredCodes.has(code)) return 'tls-expired'
      return wrongHostCodes.has(code) ? 'tls-wrong-host' : 'tls-untrusted'
    case 'tls':
      // A name that the server does not serve, no common version: whatever stopped the handshake.
      return certificateAlert.test(code) ? 'client-certificate' : 'tls-failed'
  }
}

function isTlsCode(code: string): boolean {
  return code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO'
}
