import { assertNever } from '../assert-never'
import { visibleString } from '../text/visible-string'
import type { PeerCertificate, SendFailure, SentRequest } from './answer'
import { type Explained, explained } from './explanation'
import type { ExplanationCode } from './explanation-codes'
import { type RequestSigns, readRequestSigns } from './request-signs'

/** Why nothing was answered. */
export function explainFailure(
  failure: SendFailure,
  certificate: PeerCertificate | null,
  sent: SentRequest,
): Explained {
  return explained('error', codeOf(failure, sent), {
    host: visibleString(failure.host),
    port: failure.port ?? '',
    code: failure.code,
    issuer: visibleString(certificate?.issuer ?? ''),
    names: visibleString((certificate?.names ?? []).slice(0, 5).join(', ')),
    validFrom: dayOf(certificate?.validFrom),
    validTo: dayOf(certificate?.validTo),
  })
}

function codeOf({ kind, code, host, port }: SendFailure, sent: SentRequest): ExplanationCode {
  const signs = readRequestSigns(sent)
  switch (kind) {
    case 'dns-failed':
      return signs.toRetiredHost ? 'host-retired' : kind
    case 'refused':
      return signs.toHere && /^(localhost|127\.|\[?::1)/i.test(host) ? 'refused-here' : kind
    case 'reset':
    case 'not-http':
      return looksLikeHttpForHttps(port, signs, sent) ? 'http-for-https' : kind
    case 'tls-failed':
      return /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/.test(code) ? 'https-for-http' : kind
    case 'tls-expired':
      return code === 'CERT_NOT_YET_VALID' ? 'tls-not-yet-valid' : kind
    case 'proxy-failed':
      return code === 'HTTP_407' ? 'proxy-login' : kind
    case 'url-not-valid':
    case 'unreachable':
    case 'timed-out':
    case 'tls-untrusted':
    case 'tls-wrong-host':
    case 'too-many-redirects':
    case 'body-too-large':
    case 'client-certificate':
    case 'failed':
      return kind
    default:
      return assertNever(kind)
  }
}

/** What a server for HTTPS does with plain HTTP. A large body may also be cut off because nobody wants it. */
function looksLikeHttpForHttps(port: number | null, signs: RequestSigns, sent: SentRequest): boolean {
  return signs.scheme === 'http' && (signs.toFlow || port === 443) && sent.bodySize < 1_000_000
}

/** `2026-11-21`; '' where it is not known. */
function dayOf(time: number | undefined): string {
  return time === undefined || Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}
