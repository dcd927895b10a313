import * as tls from 'node:tls'
import type { ClientCertificate } from './client-certificate'
import { ConnectionError, errorCode } from './connection-error'

/**
 * What a TLS connection trusts and shows of itself.
 * @param trusted PEM of certificates to trust beside the usual ones
 * @throws ConnectionError at `client-certificate` for one that cannot be used (wrong passphrase, key of another)
 */
export function createSecureContext(
  certificate: ClientCertificate | null,
  trusted: readonly string[],
): tls.SecureContext {
  const authorities = trustedAuthorities(trusted)
  try {
    return tls.createSecureContext({ ...(authorities && { ca: authorities }), ...certificate?.material })
  } catch (error) {
    throw new ConnectionError('client-certificate', errorCode(error), null, { cause: error })
  }
}

/**
 * The system's own authorities too, where this Node can read them (22.15 and later): companies whose network inspects
 * HTTPS add theirs there. null leaves all to Node.
 */
function trustedAuthorities(trusted: readonly string[]): string[] | null {
  const system = certificatesOf('system')
  if (trusted.length === 0 && system.length === 0) return null
  const usual = certificatesOf('default')
  return [...(usual.length > 0 ? usual : tls.rootCertificates), ...system, ...trusted]
}

const known = new Map<string, readonly string[]>()

function certificatesOf(kind: 'default' | 'system'): readonly string[] {
  const before = known.get(kind)
  if (before !== undefined) return before
  const read: unknown = Reflect.get(tls, 'getCACertificates')
  const found: unknown = typeof read === 'function' ? read(kind) : []
  const certificates = Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
  known.set(kind, certificates)
  return certificates
}
