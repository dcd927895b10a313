import type { PeerCertificate } from '@shared/answer/answer'

/** Where opening a connection stopped. */
export type ConnectionStage = 'connect' | 'proxy' | 'tls' | 'certificate' | 'client-certificate'

/** A connection that did not come about. `code` is the system's own, or `HTTP_407` for a proxy's refusal. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'

  constructor(
    readonly stage: ConnectionStage,
    readonly code: string,
    /** What the server showed before it failed. */
    readonly certificate: PeerCertificate | null = null,
    options?: ErrorOptions,
  ) {
    super(`${stage}: ${code}`, options)
  }
}

/** Node's code of an error, `failed` where it has none. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return 'failed'
}
