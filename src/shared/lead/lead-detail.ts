import type { HeaderPair } from '../http/header-pair'
import type { Diagnosis } from './diagnosis'
import type { Finding } from './finding'
import type { LeadSummary } from './lead-summary'

/** Milliseconds from the first byte of the request to each event. */
export type CaptureTiming = {
  readonly headersMs: number
  readonly bodyMs: number
  /** Reading, recognising and validating done; what follows is the commit and the answer. */
  readonly handledMs: number
}

export type Answer = {
  readonly status: number
  readonly reason: string
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array
}

/** Everything kept of one captured request. Bodies over {@link bodyPreviewLimit} come in pieces (`leads.body`). */
export type LeadDetail = {
  readonly summary: LeadSummary
  readonly request: {
    readonly method: string
    /** Path and query exactly as received. */
    readonly target: string
    readonly httpVersion: string
    readonly headers: readonly HeaderPair[]
    /** The body's bytes as received, still in its content-encoding; at most {@link bodyPreviewLimit} of them. */
    readonly body: Uint8Array
    readonly bodySize: number
    /** The receiver kept only the first part: the body was over the limit, or the sender hung up. */
    readonly bodyCut: boolean
    readonly secure: boolean
    readonly peer: { readonly address: string; readonly port: number }
    /** X-Forwarded-For as claimed by the sender or its tunnel; not proof of anything. */
    readonly claimedPeer: string | null
  }
  /** The body as text after inflating and decoding, at most {@link bodyPreviewLimit} characters; null if it is not text. */
  readonly bodyText: string | null
  readonly bodyTextCut: boolean
  readonly charset: string | null
  readonly findings: readonly Finding[]
  readonly diagnosis: Diagnosis | null
  readonly answer: Answer
  readonly timing: CaptureTiming
  readonly note: string
}

/** Bytes or characters of a body that travel with the detail: enough for any real lead, little enough to stay fast. */
export const bodyPreviewLimit = 1024 * 1024
