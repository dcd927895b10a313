import { STATUS_CODES } from 'node:http'
import type { HeaderPair } from '@shared/http/header-pair'
import type { DiagnosisCode } from '@shared/lead/diagnosis'
import type { Answer } from '@shared/lead/lead-detail'
import { errorBody, jsonContentType } from './error-body'

/** Problems that the receiver itself answers, before or instead of the flow. */
export type TransportProblem = Extract<
  DiagnosisCode,
  | 'malformed-http'
  | 'headers-too-large'
  | 'target-too-long'
  | 'body-too-large'
  | 'inflated-too-large'
  | 'request-timeout'
  | 'request-aborted'
  | 'encoding-unknown'
  | 'encoding-broken'
  | 'cross-site'
  | 'overloaded'
  | 'not-stored'
>

const answers: Readonly<Record<TransportProblem, Answer>> = {
  'malformed-http': error(400, 'MalformedRequest', 'The request is not valid HTTP.'),
  'headers-too-large': error(431, 'RequestHeadersTooLarge', 'The request has too many or too large headers.'),
  'target-too-long': error(414, 'RequestUriTooLong', 'The request URL is too long.'),
  'body-too-large': error(413, 'RequestBodyTooLarge', 'The request body is larger than the receiver accepts.'),
  'inflated-too-large': error(
    413,
    'RequestBodyTooLarge',
    'The request body is larger than the receiver accepts once it is decompressed.',
  ),
  'request-timeout': error(408, 'RequestTimeout', 'The request did not arrive completely in time.'),
  // Nobody is left to read it: 499 is what servers commonly note for a sender that hung up.
  'request-aborted': error(499, 'RequestAborted', 'The sender closed the connection before the request was complete.'),
  'encoding-unknown': error(415, 'UnsupportedContentEncoding', 'The content encoding of the request is not supported.'),
  'encoding-broken': error(400, 'InvalidContentEncoding', 'The request body could not be decompressed.'),
  'cross-site': error(403, 'CrossSiteRequest', 'Requests that a web page of another site makes are not accepted.'),
  overloaded: error(503, 'ServerBusy', 'Too many requests are being received at once. Try again.', 1),
  'not-stored': error(503, 'NotStored', 'The request could not be stored. Try again later.', 30),
}

/** The answer to a problem of the receiver's own; the same object each time. Codes and messages are ours, not the trigger's. */
export function transportAnswer(problem: TransportProblem): Answer {
  return answers[problem]
}

/** 503 with Retry-After: the request could not be stored (disk full), so no 2xx may leave. */
export function notStoredAnswer(): Answer {
  return answers['not-stored']
}

function error(status: number, code: string, message: string, retryAfterSeconds?: number): Answer {
  const retry: readonly HeaderPair[] =
    retryAfterSeconds === undefined ? [] : [['Retry-After', String(retryAfterSeconds)]]
  return {
    status,
    reason: STATUS_CODES[status] ?? 'Client Closed Request',
    headers: [['Cache-Control', 'no-cache'], jsonContentType, ...retry],
    body: errorBody(code, message),
  }
}
