import { STATUS_CODES } from 'node:http'
import type { Flow } from '@shared/flow/flow'
import type { HeaderPair } from '@shared/http/header-pair'
import type { Answer } from '@shared/lead/lead-detail'
import type { AnswerIds } from './answer-ids'
import { errorBody, jsonContentType } from './error-body'
import { acceptedAnswer } from './trigger-answer'

/** Names that belong to the connection, not to the answer (RFC 9110, 7.6.1), and those that we count ourselves. */
const ownHeaders = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** Whether a *Response* step may set this header. */
export function mayAnswerWith(name: string): boolean {
  return token.test(name) && !ownHeaders.has(name.toLowerCase())
}

/** What a *Response* step answers, among the trigger's own headers: a header of the step replaces one of them. */
export function responseAnswer(
  flow: Flow,
  ids: AnswerIds,
  status: number,
  headers: readonly HeaderPair[],
  body: string,
): Answer {
  const given = headers
    .filter(([name]) => mayAnswerWith(name))
    .map(([name, value]): HeaderPair => [name, headerText(value)])
  const names = new Set(given.map(([name]) => name.toLowerCase()))
  const type: readonly HeaderPair[] = body === '' || names.has('content-type') ? [] : [contentTypeOf(body)]
  // Neither may have one.
  const bytes = status === 204 || status === 205 ? new Uint8Array(0) : Buffer.from(body, 'utf8')
  return {
    status,
    reason: STATUS_CODES[status] ?? 'Response',
    headers: [...runHeaders(flow, ids).filter(([name]) => !names.has(name.toLowerCase())), ...type, ...given],
    body: bytes,
  }
}

/** 502: the run owes a Response and will not give one. */
export function noResponseAnswer(flow: Flow, ids: AnswerIds): Answer {
  const message = `The server did not receive a response from an upstream server. Request tracking id '${ids.guid}'.`
  return runError(flow, ids, 502, 'NoResponse', message)
}

/** 504: the Response comes later than the trigger waits. Code and message are not known [?]; these are ours. */
export function lateAnswer(flow: Flow, ids: AnswerIds, limitMs: number): Answer {
  const message = `The server did not receive a response within ${limitMs / 1000} seconds.`
  return runError(flow, ids, 504, 'ResponseTimeout', message)
}

/** What is noted where the connection was closed without an answer: 444, as servers commonly note it. */
export const droppedAnswer: Answer = { status: 444, reason: 'No Response', headers: [], body: new Uint8Array(0) }

function runError(flow: Flow, ids: AnswerIds, status: number, code: string, message: string): Answer {
  return {
    status,
    reason: STATUS_CODES[status] ?? '',
    headers: [...runHeaders(flow, ids), jsonContentType],
    body: errorBody(code, message),
  }
}

function runHeaders(flow: Flow, ids: AnswerIds): readonly HeaderPair[] {
  return acceptedAnswer(flow, ids).headers
}

/** What can stand in a header: latin1 without control characters. */
function headerText(value: string): string {
  let text = ''
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
    if (code === 0x09 || (code >= 0x20 && code !== 0x7f && code <= 0xff)) text += character
    else text += code < 0x20 || code === 0x7f ? ' ' : '?'
  }
  return text.trim()
}

function contentTypeOf(body: string): HeaderPair {
  try {
    JSON.parse(body)
    return ['Content-Type', 'application/json; charset=utf-8']
  } catch {
    return ['Content-Type', 'text/plain; charset=utf-8']
  }
}
