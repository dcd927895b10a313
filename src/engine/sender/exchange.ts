import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { PeerCertificate } from '@shared/answer/answer'
import { AppError } from '@shared/app-error'
import type { HeaderPair } from '@shared/http/header-pair'
import { type AnswerCollector, createAnswerCollector } from './answer-collector'
import type { BodySource } from './body-source'
import { ConnectionError } from './connection-error'
import { type OpeningSocket, openConnection } from './open-connection'
import { readPeerCertificate } from './peer-certificate'
import type { Route } from './routes'
import { type Marks, newMarks } from './send-timing'
import type { Stopper } from './stopper'
import { toRawHeaders } from './wire-headers'
import { writeBody } from './write-body'

/** One request to one address. */
export type Hop = {
  readonly method: string
  readonly url: URL
  /** Complete, in their order; see `wireHeaders`. */
  readonly headers: readonly HeaderPair[]
  readonly body: BodySource
  readonly route: Route
  /** Bytes of the answer to keep where it is not compressed. */
  readonly keepBytes: number
}

export type Received = {
  readonly ok: true
  readonly status: number
  readonly reason: string
  readonly httpVersion: string
  readonly headers: readonly HeaderPair[]
  /** As it came over the wire, its beginning at least. */
  readonly body: Buffer
  readonly wireSize: number
  readonly remoteAddress: string | null
  readonly certificate: PeerCertificate | null
  readonly marks: Marks
}

export type NotReceived = {
  readonly ok: false
  readonly error: unknown
  readonly certificate: PeerCertificate | null
  readonly marks: Marks
  /** The kept-alive connection turned out to be closed before anything was answered: worth one more try. */
  readonly stale: boolean
}

/** How bytes go, for the progress. */
export type Transfer = {
  /** The connection is there, new or kept alive. */
  readonly onConnected?: (() => void) | undefined
  readonly onSent: (bytes: number) => void
  readonly onReceived: (bytes: number, total: number | null) => void
}

const maxHeaderSize = 256 * 1024

/**
 * Sends a request and reads its answer whole, over a kept-alive connection where there is one.
 * Whatever stops it is in the result; throws only AppErrors: of `stopper`, `file-unreadable`.
 */
export function exchange(hop: Hop, stopper: Stopper, transfer: Transfer | null): Promise<Received | NotReceived> {
  return new Promise((resolve, reject) => {
    const marks = newMarks()
    const opening: OpeningSocket = { current: null, cancelled: false }
    let response: IncomingMessage | null = null
    let settled = false

    function finish(result: Received | NotReceived): void {
      if (settled) return
      settled = true
      stopper.release()
      resolve(result)
    }

    function fail(error: unknown): void {
      if (settled) return
      if (error instanceof AppError) {
        settled = true
        stopper.release()
        reject(error)
      } else {
        const certificate =
          error instanceof ConnectionError && error.certificate !== null ? error.certificate : certificateOf(asking)
        const stale = asking.reusedSocket && response === null && isReset(error)
        finish({ ok: false, error, certificate, marks, stale })
      }
      opening.cancelled = true
      opening.current?.destroy()
      asking.destroy()
    }

    const asking: ClientRequest = request({
      ...addressOf(hop),
      method: hop.method,
      headers: withProxyCredentials(toRawHeaders(hop.headers), hop),
      agent: hop.route.agent,
      setHost: false,
      maxHeaderSize,
      // The agent calls it when it has no idle connection.
      createConnection: (_options, done) => {
        openConnection(planOf(hop), marks, opening).then(
          (socket) => {
            if (opening.cancelled) socket.destroy()
            done(null, socket)
          },
          (error: Error) => {
            fail(error)
            // The types want a socket also with an error; Node does not look at it.
            Reflect.apply(done, undefined, [error])
          },
        )
        return undefined
      },
    })
    stopper.onStop(fail)
    // Once the answer has begun, it tells by itself whether it came whole: a server may stop reading before we stop writing.
    asking.on('error', (error) => {
      if (response === null) fail(error)
    })
    asking.on('socket', () => {
      marks.ready ??= performance.now()
      transfer?.onConnected?.()
    })
    asking.on('finish', () => {
      marks.written = performance.now()
    })
    function begin(found: IncomingMessage): { readonly collector: AnswerCollector; readonly end: () => void } {
      response = found
      marks.firstByte = performance.now()
      // Asked now: after the end the socket is no longer the answer's.
      const remoteAddress = found.socket.remoteAddress ?? null
      const certificate = certificateOf(asking)
      const collector = createAnswerCollector(found, hop.keepBytes)
      function end(): void {
        marks.ended = performance.now()
        finish({
          ok: true,
          status: found.statusCode ?? 0,
          reason: found.statusMessage ?? '',
          httpVersion: found.httpVersion,
          headers: pairs(found.rawHeaders),
          body: collector.bytes(),
          wireSize: collector.size(),
          remoteAddress,
          certificate,
          marks,
        })
        // An answer before the end of the upload: nobody reads the rest.
        if (!asking.writableFinished) asking.destroy()
      }
      return { collector, end }
    }

    asking.on('response', (found) => {
      const { collector, end } = begin(found)
      found.on('data', (chunk: Buffer) => {
        const refused = collector.add(chunk)
        if (refused !== null) return fail(refused)
        transfer?.onReceived(collector.size(), collector.announced)
      })
      found.on('error', fail)
      found.on('end', end)
    })
    // Nobody here speaks another protocol: the answer is its head, and the connection is of no more use.
    asking.on('upgrade', (found, socket) => {
      begin(found).end()
      socket.destroy()
    })
    writeBody(asking, hop.body, () => settled, transfer?.onSent ?? null, fail)
  })
}

function addressOf({ url, route }: Hop): { readonly host: string; readonly port: number; readonly path: string } {
  const path = url.pathname + url.search
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const { proxy, secureContext } = route
  // Plain HTTP is handed to the proxy with the whole address: RFC 9112, 3.2.2.
  if (proxy !== null && secureContext === null)
    return { host: proxy.host, port: proxy.port, path: `http://${url.host}${path}` }
  return { host, port: portOf(url), path }
}

function planOf({ url, route }: Hop): Parameters<typeof openConnection>[0] {
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: portOf(url),
    secureContext: route.secureContext,
    verifyTls: route.verifyTls,
    proxy: route.proxy,
    tunnel: route.secureContext !== null,
  }
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

/** Proxy-Authorization is for the proxy: with a tunnel it has been given there. */
function withProxyCredentials(headers: string[], { route: { proxy, secureContext } }: Hop): string[] {
  if (proxy === null || proxy.authorization === null || secureContext !== null) return headers
  return [...headers, 'Proxy-Authorization', proxy.authorization]
}

function certificateOf(asking: ClientRequest): PeerCertificate | null {
  const { socket } = asking
  if (!(socket instanceof TLSSocket)) return null
  const known = certificates.get(socket)
  if (known !== undefined) return known
  const read = readPeerCertificate(socket)
  certificates.set(socket, read)
  return read
}

/** Read once a connection: the runner sends thousands of requests over one. */
const certificates = new WeakMap<TLSSocket, PeerCertificate | null>()

function pairs(raw: readonly string[]): readonly HeaderPair[] {
  const result: HeaderPair[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) result.push([raw[at] ?? '', raw[at + 1] ?? ''])
  return result
}

function isReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}
