import type { PeerCertificate } from '@shared/answer/answer'

/** What is wrong with a certificate, as the texts know it (`answer:certificate.problem.<name>`). */
export type CertificateProblem = 'self-signed' | 'unknown-issuer' | 'expired' | 'not-yet-valid' | 'wrong-host' | 'other'

/** Node's codes by what they mean to a user. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
export function certificateProblem(code: string | null): CertificateProblem | null {
  switch (code) {
    case null:
      return null
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return 'self-signed'
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'CERT_UNTRUSTED':
      return 'unknown-issuer'
    case 'CERT_HAS_EXPIRED':
      return 'expired'
    case 'CERT_NOT_YET_VALID':
      return 'not-yet-valid'
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return 'wrong-host'
    default:
      return 'other'
  }
}

const dayMs = 86_400_000

/** Whether a certificate is valid at a time, and for how many days it still is or has been over. */
export function validity(
  { validFrom, validTo }: Pick<PeerCertificate, 'validFrom' | 'validTo'>,
  now: number,
): { readonly state: 'endsIn' | 'ended' | 'beginsIn'; readonly days: number } {
  if (now < validFrom) return { state: 'beginsIn', days: Math.ceil((validFrom - now) / dayMs) }
  if (now > validTo) return { state: 'ended', days: Math.floor((now - validTo) / dayMs) }
  return { state: 'endsIn', days: Math.floor((validTo - now) / dayMs) }
}
