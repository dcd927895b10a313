import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { HeaderPair } from '@shared/http/header-pair'
import type { Answer } from '@shared/lead/lead-detail'
import { handOn } from './hand-on'
import { holdAnswer } from './hold-answer'
import type { ReceivedRequest } from './received-request'
import type { ReceiverContext } from './receiver-context'
import { bodyTooLarge, type RequestProblem, readHead } from './request-head'
import { transportAnswer } from './transport-answer'
import { answerVisit, isVisit } from './visit'
import { writeAnswer, writeEarlyAnswer } from './write-answer'

/** One request and its answer on a connection, from its head to the last byte of its body. */
export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly headers: readonly HeaderPair[]
  readonly receivedAt: number
  /** Found wrong with the head; the body is read all the same, its beginning is kept. */
  readonly headProblem: RequestProblem | null
  /** Which request of its connection it is, from 1. */
  readonly number: number
  /** Body bytes to keep at most. */
  readonly keep: number
  chunks: Buffer[]
  kept: number
  /** All body bytes that have arrived. */
  size: number
  /** The request was handed on to be stored; what still arrives is thrown away. */
  handedOn: boolean
  drainTimer: NodeJS.Timeout | null
}

/** The newest exchange of each connection: errors of a connection arrive without their request. */
const newestExchange = new WeakMap<Duplex, Exchange>()

export function currentExchange(socket: Duplex): Exchange | undefined {
  return newestExchange.get(socket)
}

/** Reads a request, hands it on once, and writes the answer. Works with plain events: this is the hot path. */
export function handleRequest(context: ReceiverContext, request: IncomingMessage, response: ServerResponse): void {
  const target = request.url ?? ''
  const head = readHead(target, request.rawHeaders, context.limits)
  if (head.problem === null && isVisit(request.method ?? '', target)) {
    answerVisit(response, context.load.stopping)
    return
  }
  const exchange = newExchange(context, request, response, head.headers, head.problem)
  request.on('data', (chunk: Buffer) => readChunk(context, exchange, chunk))
  request.on('end', () => {
    if (exchange.handedOn) endDrain(exchange)
    else finish(context, exchange, exchange.headProblem)
  })
  request.on('close', () => {
    if (exchange.drainTimer !== null) endDrain(exchange)
    if (!exchange.handedOn) finish(context, exchange, requestAborted())
  })
}

/** `Expect: 100-continue`: the limits are judged first, so that a body which would be refused is never sent. */
export function handleContinue(context: ReceiverContext, request: IncomingMessage, response: ServerResponse): void {
  const declared = Number(request.headers['content-length'] ?? 0)
  const head = readHead(request.url ?? '', request.rawHeaders, context.limits)
  const problem = head.problem ?? (declared > context.maxBodyBytes ? bodyTooLarge(context.maxBodyBytes) : null)
  if (problem === null) {
    response.writeContinue()
    handleRequest(context, request, response)
    return
  }
  const exchange = newExchange(context, request, response, head.headers, problem)
  // Declared and never sent, unless the sender does not wait to be told.
  exchange.size = declared
  request.on('data', (chunk: Buffer) => readChunk(context, exchange, chunk))
  request.on('end', () => endDrain(exchange))
  request.on('close', () => endDrain(exchange))
  finish(context, exchange, problem)
  exchange.size = 0
}

/** For a request whose body will never be complete (timeout, broken chunk); `respond` replaces the usual way to answer. */
export function giveUp(
  context: ReceiverContext,
  exchange: Exchange,
  problem: RequestProblem,
  respond: (answer: Answer) => void,
): void {
  finish(context, exchange, problem, respond)
}

export function requestAborted(): RequestProblem {
  return { diagnosis: { code: 'request-aborted', params: {} }, answer: transportAnswer('request-aborted') }
}

function newExchange(
  context: ReceiverContext,
  request: IncomingMessage,
  response: ServerResponse,
  headers: readonly HeaderPair[],
  headProblem: RequestProblem | null,
): Exchange {
  const exchange: Exchange = {
    request,
    response,
    headers,
    // Node tells of a request when its head is complete; for all but the slowest senders that is its first byte.
    receivedAt: Date.now(),
    headProblem,
    number: (newestExchange.get(request.socket)?.number ?? 0) + 1,
    keep: headProblem === null ? context.maxBodyBytes : Math.min(context.limits.refusedBodyBytes, context.maxBodyBytes),
    chunks: [],
    kept: 0,
    size: 0,
    handedOn: false,
    drainTimer: null,
  }
  newestExchange.set(request.socket, exchange)
  context.load.pending += 1
  return exchange
}

function readChunk(context: ReceiverContext, exchange: Exchange, chunk: Buffer): void {
  exchange.size += chunk.length
  if (exchange.handedOn) {
    if (exchange.size > context.maxBodyBytes + context.limits.drainBytes) exchange.request.destroy()
    return
  }
  const room = exchange.keep - exchange.kept
  const part = chunk.length <= room ? chunk : chunk.subarray(0, room)
  if (part.length > 0) {
    exchange.chunks.push(part)
    exchange.kept += part.length
    context.load.bodyBytes += part.length
  }
  if (exchange.size > context.maxBodyBytes) {
    finish(context, exchange, exchange.headProblem ?? bodyTooLarge(context.maxBodyBytes))
  } else if (context.load.bodyBytes > Math.max(context.limits.inFlightBytes, context.maxBodyBytes)) {
    // Let go of it before it is stored: memory is what there is too little of.
    context.load.bodyBytes -= exchange.kept
    exchange.chunks = []
    exchange.kept = 0
    const overloaded = { diagnosis: { code: 'overloaded', params: {} }, answer: transportAnswer('overloaded') } as const
    finish(context, exchange, overloaded)
  }
}

function finish(
  context: ReceiverContext,
  exchange: Exchange,
  problem: RequestProblem | null,
  respond?: (answer: Answer) => void,
): void {
  exchange.handedOn = true
  const received = receivedRequest(exchange, problem)
  exchange.chunks = []
  const letGo = (): void => {
    context.load.bodyBytes -= exchange.kept
    exchange.kept = 0
  }
  const give = (answer: Answer): void => {
    if (respond !== undefined) respond(answer)
    else answerExchange(context, exchange, answer)
  }
  handOn(
    context,
    received,
    (answer) => {
      letGo()
      give(answer)
    },
    (held) => {
      letGo()
      holdAnswer(context.load, exchange.response, held, give)
    },
  )
  // From here on it counts as handed on.
  context.load.pending -= 1
}

function receivedRequest(exchange: Exchange, problem: RequestProblem | null): ReceivedRequest {
  const { request, chunks, kept, size } = exchange
  const { socket } = request
  const [only] = chunks
  return {
    receivedAt: exchange.receivedAt,
    method: request.method ?? '',
    target: request.url ?? '',
    httpVersion: request.httpVersion,
    headers: exchange.headers,
    body: chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, kept),
    bodySize: size,
    bodyCut: size > kept || !request.complete,
    secure: socket instanceof TLSSocket,
    peer: { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 },
    headersMs: 0,
    bodyMs: Date.now() - exchange.receivedAt,
    problem,
  }
}

function answerExchange(context: ReceiverContext, exchange: Exchange, answer: Answer): void {
  const { request, response } = exchange
  if (request.complete) {
    writeAnswer(response, answer, context.load.stopping || exchange.number >= context.limits.maxRequestsPerSocket)
  } else if (!request.destroyed) {
    writeEarlyAnswer(response, answer)
    exchange.drainTimer = setTimeout(() => request.socket.destroy(), context.limits.drainMs)
  }
}

/** The rest of a refused body has been read or will not come: the answer, long written, may end and the socket close. */
function endDrain(exchange: Exchange): void {
  if (exchange.drainTimer === null) return
  clearTimeout(exchange.drainTimer)
  exchange.drainTimer = null
  exchange.response.end()
}
