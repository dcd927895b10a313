import type { OpenConnection } from '../connections/connection-store'
import type { TokenCache } from './actions/dataverse-token'

/** What steps that reach other systems go by. */
export type Reach = {
  /** null where it was removed. */
  readonly connection: (id: string) => OpenConnection | null
  readonly tokens: TokenCache
  /** PEM of certificates to trust beside the usual ones. */
  readonly trustedCertificates: readonly string[]
  readonly signal: AbortSignal
}
