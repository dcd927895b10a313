import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { Answer } from '@shared/lead/lead-detail'
import { currentExchange, giveUp, requestAborted } from './exchange'
import { handOn } from './hand-on'
import type { ReceivedRequest } from './received-request'
import type { ReceiverContext } from './receiver-context'
import { headersTooLarge, type RequestProblem, readHead, targetTooLong } from './request-head'
import { transportAnswer } from './transport-answer'
import { refusalAnswer } from './trigger-answer'
import { hangUpWith } from './write-answer'

/** What Node adds to the error of a broken message. */
export type ClientError = Error & { readonly code?: string; readonly rawPacket?: Buffer }

const slowSenderDrainMs = 1000

/** Connections that were given up; what they still send is thrown away and causes the same error again and again. */
const givenUp = new WeakSet<Duplex>()

/** Keeps what broke a connection (malformed, too large, too slow), answers if that still makes sense, and hangs up. */
export function handleClientError(context: ReceiverContext, error: ClientError, socket: Duplex): void {
  if (givenUp.has(socket)) return
  const timedOut = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
  if (!timedOut && error.code?.startsWith('HPE_') !== true) {
    // The connection itself broke; a request that was under way is kept by its own 'close'.
    socket.destroy(error)
    return
  }
  givenUp.add(socket)
  // A sender that was too slow gets no second helping of time: its connection is one of a limited number.
  const drainMs = timedOut ? Math.min(slowSenderDrainMs, context.limits.drainMs) : context.limits.drainMs
  const hangUp = (answer: Answer): void => hangUpWith(socket, answer, drainMs)
  const exchange = currentExchange(socket)
  const isCutShort = exchange !== undefined && !exchange.request.complete
  if (isCutShort && !exchange.handedOn) {
    const cutOff = error.code === 'HPE_INVALID_EOF_STATE'
    const problem = cutOff ? requestAborted() : problemOf(context, error, timedOut)
    // Behind an earlier request whose answer is still to come, this one's must wait its turn: Node keeps the order.
    const isNext = exchange.response.socket !== null
    giveUp(context, exchange, problem, (answer) => {
      if (isNext) hangUp(answer)
      else exchange.response.writeHead(answer.status, { Connection: 'close' }).end(answer.body)
    })
    return
  }
  if (isCutShort) {
    // Kept and answered long ago (a refused body was being drained): nothing new to tell.
    socket.destroy()
    return
  }
  if (bytesRead(socket) === 0) {
    // Connected and said nothing (a browser's spare connection, a port scan): nothing to keep.
    socket.destroy()
    return
  }
  handOn(context, brokenRequest(error, socket, problemOf(context, error, timedOut)), (answer) => {
    const response = exchange?.response
    if (response === undefined || response.writableFinished || response.destroyed) hangUp(answer)
    else response.once('close', () => hangUp(answer))
  })
}

/** CONNECT asks for a proxy, as scanners do: kept like any address that is no flow's, then hung up. */
export function handleConnect(context: ReceiverContext, request: IncomingMessage, socket: Duplex): void {
  const answer = refusalAnswer({ case: 'not-a-flow-url' })
  const { headers } = readHead('', request.rawHeaders, context.limits)
  const problem: RequestProblem = { diagnosis: { code: 'not-a-flow-url', params: {} }, answer }
  const received = {
    ...requestWithoutBody(socket, problem),
    method: request.method ?? '',
    target: request.url ?? '',
    httpVersion: request.httpVersion,
    headers,
  }
  // Node has let go of this socket: an error on it would otherwise end the process.
  socket.on('error', () => socket.destroy())
  handOn(context, received, (given) => hangUpWith(socket, given, context.limits.drainMs))
}

function problemOf(context: ReceiverContext, error: ClientError, timedOut: boolean): RequestProblem {
  if (timedOut) {
    return { diagnosis: { code: 'request-timeout', params: {} }, answer: transportAnswer('request-timeout') }
  }
  const packet = error.rawPacket?.toString('latin1') ?? ''
  if (error.code === 'HPE_HEADER_OVERFLOW') {
    const lineEnd = packet.indexOf('\n')
    const isRequestLine = /^[A-Z]+ /.test(packet)
    const longLine = lineEnd === -1 || lineEnd > context.limits.targetBytes
    return isRequestLine && longLine ? targetTooLong(context.limits) : headersTooLarge(context.limits)
  }
  if (error.code === 'HPE_INVALID_EOF_STATE') {
    // It may have closed its half only, and still read.
    return { ...requestAborted(), answer: transportAnswer('malformed-http') }
  }
  const line = requestLine(packet)
  // A raw space in the URL breaks the request line itself.
  const code = line !== null && /\/workflows\/.*\s/.test(line.target) ? 'url-has-space' : 'malformed-http'
  return { diagnosis: { code, params: { reason: error.code ?? '' } }, answer: transportAnswer('malformed-http') }
}

function brokenRequest(error: ClientError, socket: Duplex, problem: RequestProblem): ReceivedRequest {
  const packet = error.rawPacket === undefined ? Buffer.alloc(0) : Buffer.from(error.rawPacket)
  const line = requestLine(packet.toString('latin1'))
  return {
    ...requestWithoutBody(socket, problem),
    method: line?.method ?? '',
    target: line?.target ?? '',
    httpVersion: line?.version ?? '',
    body: packet,
    bodySize: Math.max(packet.length, bytesRead(socket)),
    bodyCut: bytesRead(socket) > packet.length,
  }
}

function requestWithoutBody(socket: Duplex, problem: RequestProblem): ReceivedRequest {
  const peer = socket instanceof Socket ? socket : null
  return {
    receivedAt: Date.now(),
    method: '',
    target: '',
    httpVersion: '',
    headers: [],
    body: new Uint8Array(0),
    bodySize: 0,
    bodyCut: false,
    secure: socket instanceof TLSSocket,
    peer: { address: peer?.remoteAddress ?? '', port: peer?.remotePort ?? 0 },
    headersMs: 0,
    bodyMs: 0,
    problem,
  }
}

/** The first line of a broken message as far as it can be read; the target may hold spaces. */
function requestLine(packet: string): { method: string; target: string; version: string } | null {
  const found = /^([A-Z]{3,12}) ([^\r\n]{1,8192}?)(?: HTTP\/(\d\.\d))?(?:\r?\n|$)/.exec(packet)
  if (found === null) return null
  return { method: found[1] ?? '', target: found[2] ?? '', version: found[3] ?? '' }
}

function bytesRead(socket: Duplex): number {
  return socket instanceof Socket ? socket.bytesRead : 0
}
