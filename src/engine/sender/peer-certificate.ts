import type { TLSSocket } from 'node:tls'
import type { PeerCertificate } from '@shared/answer/answer'

/** The certificate that the other side showed in this handshake; null when it showed none. */
export function readPeerCertificate(socket: TLSSocket): PeerCertificate | null {
  const shown = socket.getPeerCertificate(false)
  // Node gives an empty object where there is none, in spite of its type.
  if (!('fingerprint256' in shown)) return null
  return {
    subject: nameOf(shown.subject),
    issuer: nameOf(shown.issuer),
    validFrom: Date.parse(shown.valid_from),
    validTo: Date.parse(shown.valid_to),
    names: (shown.subjectaltname ?? '')
      .split(', ')
      .map((name) => name.replace(/^(DNS|IP Address):/, ''))
      .filter((name) => name !== ''),
    fingerprint256: shown.fingerprint256,
    problem: socket.authorized ? null : verificationCode(socket),
    protocol: socket.getProtocol() ?? '',
  }
}

/** Why the certificate is not trusted. Node puts the code here as a text, in spite of its type. */
export function verificationCode(socket: TLSSocket): string {
  const error: unknown = socket.authorizationError
  if (typeof error === 'string') return error
  return error instanceof Error ? error.message : 'UNKNOWN'
}

function nameOf(subject: Readonly<Record<string, string | string[] | undefined>> | undefined): string {
  const name = subject?.CN ?? subject?.O ?? subject?.OU ?? ''
  return Array.isArray(name) ? name.join(', ') : name
}
