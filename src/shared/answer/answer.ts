import type { HeaderPair } from '../http/header-pair'

/** Milliseconds of each part of the exchange; null where it did not happen (a kept-alive connection has no DNS). */
export type SendTiming = {
  readonly dns: number | null
  readonly connect: number | null
  readonly tls: number | null
  /** From the connection until the whole request was written. */
  readonly upload: number | null
  /** From then until the first byte of the answer. */
  readonly firstByte: number | null
  readonly download: number | null
  readonly total: number
}

/** The certificate that the server showed. Times in ms since 1970. */
export type PeerCertificate = {
  readonly subject: string
  readonly issuer: string
  readonly validFrom: number
  readonly validTo: number
  readonly names: readonly string[]
  readonly fingerprint256: string
  /** Node's code of why it is not trusted (`DEPTH_ZERO_SELF_SIGNED_CERT`); null when it is. */
  readonly problem: string | null
  readonly protocol: string
}

export type RedirectStep = {
  readonly status: number
  readonly method: string
  readonly from: string
  readonly to: string
}

/** What went over the wire, after variables and auth. `url` has its secret: mask it where it is shown. */
export type SentRequest = {
  readonly method: string
  readonly url: string
  readonly headers: readonly HeaderPair[]
  readonly bodySize: number
  /** The first 256 KiB as text; null when it is binary. */
  readonly bodyText: string | null
}

export type Answer = {
  readonly status: number
  readonly reason: string
  readonly httpVersion: string
  readonly headers: readonly HeaderPair[]
  /** Bytes of the body after inflating, and as they came over the wire. */
  readonly bodySize: number
  readonly wireSize: number
  /** The first {@link answerPreviewBytes} decoded; null when it is binary. The rest: `history.body`. */
  readonly bodyText: string | null
  readonly bodyTruncated: boolean
  readonly remoteAddress: string | null
  readonly redirects: readonly RedirectStep[]
  readonly certificate: PeerCertificate | null
}

export const answerPreviewBytes = 1_048_576

export const sendFailureKinds = [
  'url-not-valid',
  'dns-failed',
  'refused',
  'unreachable',
  'reset',
  'timed-out',
  'tls-untrusted',
  'tls-expired',
  'tls-wrong-host',
  'tls-failed',
  'proxy-failed',
  'too-many-redirects',
  'body-too-large',
  'client-certificate',
  'not-http',
  'failed',
] as const

/** Why nothing was answered. `code` is the system's own (`ECONNREFUSED`), to be searched for. */
export type SendFailure = {
  readonly kind: (typeof sendFailureKinds)[number]
  readonly code: string
  readonly host: string
  readonly port: number | null
}

export type SendOutcomeDetail =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: SendFailure; readonly certificate: PeerCertificate | null }
