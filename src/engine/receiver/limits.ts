/** Limits of the receiver; sizes in bytes, times in milliseconds. The body's own limit is a setting (`maxBodyBytes`). */
export type ReceiverLimits = {
  /** All header lines together, as on the wire. */
  readonly headerBytes: number
  readonly headerLines: number
  readonly targetBytes: number
  /** Body bytes held for all requests together until they are answered. */
  readonly inFlightBytes: number
  /** Body bytes kept of a request that was refused for its head alone (e.g. sent by a foreign web page). */
  readonly refusedBodyBytes: number
  readonly headersTimeoutMs: number
  readonly requestTimeoutMs: number
  readonly connectionsCheckingIntervalMs: number
  readonly keepAliveTimeoutMs: number
  readonly maxRequestsPerSocket: number
  readonly maxConnections: number
  /** After an early refusal the rest is read and thrown away up to here, so that the sender gets to read the answer. */
  readonly drainBytes: number
  readonly drainMs: number
  /** How long `stop` waits for requests that have begun. */
  readonly stopMs: number
}

const mebibyte = 1024 * 1024

/** The limits of the design. */
export const receiverLimits: ReceiverLimits = {
  headerBytes: 16 * 1024,
  headerLines: 100,
  targetBytes: 8 * 1024,
  inFlightBytes: 64 * mebibyte,
  refusedBodyBytes: 64 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  connectionsCheckingIntervalMs: 1000,
  keepAliveTimeoutMs: 5000,
  maxRequestsPerSocket: 1000,
  maxConnections: 1024,
  drainBytes: 128 * mebibyte,
  drainMs: 10_000,
  stopMs: 5000,
}
