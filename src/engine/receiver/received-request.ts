import type { HeaderPair } from '@shared/http/header-pair'
import type { Diagnosis } from '@shared/lead/diagnosis'
import type { Answer } from '@shared/lead/lead-detail'

/** A request as it came over the wire, before anything has parsed it. */
export type ReceivedRequest = {
  /** Milliseconds since the epoch of its first byte. */
  readonly receivedAt: number
  /** '' where the message was too broken to have one. */
  readonly method: string
  /** Path and query exactly as received (latin1). */
  readonly target: string
  readonly httpVersion: string
  readonly headers: readonly HeaderPair[]
  /** Body bytes as received, without transfer coding but still in their content-encoding. For broken messages: the raw packet. */
  readonly body: Uint8Array
  /** Size of the whole body as far as known, in bytes; larger than `body` where it was cut. */
  readonly bodySize: number
  readonly bodyCut: boolean
  readonly secure: boolean
  readonly peer: { readonly address: string; readonly port: number }
  /** Milliseconds from `receivedAt`. */
  readonly headersMs: number
  readonly bodyMs: number
  /** What the transport already found wrong (too large, malformed, aborted …); null for a whole request. */
  readonly problem: { readonly diagnosis: Diagnosis; readonly answer: Answer } | null
}

/** An answer of a *Response* step that comes late, or never: `drop` closes the connection instead. */
export type HeldAnswer = {
  readonly answer: Answer
  readonly hold: { readonly afterMs: number; readonly drop: boolean }
}

/**
 * Takes a received request and gives the answer to send. It resolves only after the request is stored.
 * For a request with a `problem` its answer is that of the problem (or a 5xx where it cannot be stored).
 */
export type OnRequest = (request: ReceivedRequest) => Promise<Answer | HeldAnswer>
