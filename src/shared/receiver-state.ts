import type { AppErrorData } from './app-error'

/** The truth about the receiver, as the status bar shows it. */
export type ReceiverState =
  | { readonly state: 'starting' }
  | {
      readonly state: 'listening'
      readonly port: number
      /** Addresses it is bound to, e.g. `127.0.0.1` and `::1`. */
      readonly addresses: readonly string[]
      /** Port of the HTTPS listener; null when it is off. */
      readonly httpsPort: number | null
      /** Why HTTPS does not listen although it is on; HTTP goes on without it. */
      readonly httpsError: AppErrorData | null
    }
  | { readonly state: 'stopped' }
  | {
      readonly state: 'port-in-use'
      readonly port: number
      /** A free port to offer; never taken silently. */
      readonly freePort: number | null
    }
  | { readonly state: 'failed'; readonly error: AppErrorData }

/** Whether leads can be kept at the moment. While it is not `ok` no 2xx leaves the receiver. */
export type StorageState =
  | { readonly state: 'ok' }
  | { readonly state: 'disk-full' }
  | { readonly state: 'failed'; readonly error: AppErrorData }

/** Something that happened to the data and that the user must hear once. */
export type Notice =
  | { readonly kind: 'database-moved-aside'; readonly path: string }
  | { readonly kind: 'retention-removed'; readonly count: number }
