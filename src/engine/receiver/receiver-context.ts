import type { ReceiverLimits } from './limits'
import type { OnRequest } from './received-request'

/** What all connections of one start of the receiver share. The only mutable state is `load`. */
export type ReceiverContext = {
  readonly onRequest: OnRequest
  readonly limits: ReceiverLimits
  readonly maxBodyBytes: number
  readonly load: Load
}

export type Load = {
  /** Body bytes held at the moment. */
  bodyBytes: number
  /** Requests from their head to their answer, or until it is held. */
  pending: number
  /** Gives the answers that are held, each at once. */
  readonly held: Set<() => void>
  /** Set by `stop`: every answer from then on closes its connection. */
  stopping: boolean
  /** Called when `pending` falls to 0. */
  onIdle: (() => void) | null
}
