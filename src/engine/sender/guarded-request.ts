import { lookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { rootCertificates } from 'node:tls'
import type { SendFailure } from '@shared/answer/answer'
import type { HeaderPair } from '@shared/http/header-pair'
import { ConnectionError, errorCode } from './connection-error'
import { isPrivateAddress } from './private-address'
import { PrivateTarget } from './private-target'
import { toSendFailure } from './send-failure'
import { TimedOut } from './timed-out'

export type GuardedRequest = {
  readonly method: string
  readonly url: URL
  readonly headers: readonly HeaderPair[]
  readonly body: string
  /** For the whole exchange. */
  readonly timeoutMs: number
  /** Whether addresses of this computer and of private networks may be called. */
  readonly allowPrivate: boolean
  readonly signal: AbortSignal
  /** PEM of certificates to trust beside the usual ones. */
  readonly trustedCertificates: readonly string[]
}

export type GuardedAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly reason: string
      readonly headers: readonly HeaderPair[]
      /** The beginning, as UTF-8 text. */
      readonly body: string
    }
  | {
      readonly kind: 'failed'
      readonly failure: SendFailure
      /** Nothing of the request can have reached the other end: to try again is safe. */
      readonly nothingSent: boolean
    }
  | { readonly kind: 'private'; readonly host: string; readonly address: string }

/** Of an answer. */
const keptBytes = 256 * 1024

/**
 * Sends one request that a flow makes by itself. Private addresses are refused after the name was resolved, and the
 * connection goes to the very address that was checked, so that a name cannot change its mind in between. Redirects are
 * answers like any other. Never throws.
 */
export function sendGuarded(guarded: GuardedRequest): Promise<GuardedAnswer> {
  const { url, allowPrivate } = guarded
  const host = url.hostname
  // An address that is written out is not looked up.
  if (!allowPrivate && isIP(host.replace(/^\[|\]$/g, '')) !== 0 && isPrivateAddress(host)) {
    return Promise.resolve({ kind: 'private', host, address: host })
  }
  return exchange(guarded)
}

function exchange(guarded: GuardedRequest): Promise<GuardedAnswer> {
  const { method, url, headers, body, timeoutMs, signal, trustedCertificates, allowPrivate } = guarded
  const secure = url.protocol === 'https:'
  const port = Number(url.port || (secure ? 443 : 80))
  return new Promise((resolve) => {
    let connected = false
    const bytes = Buffer.from(body, 'utf8')
    const asking = (secure ? httpsRequest : httpRequest)(url, {
      method,
      // A connection of its own: what is known of it is known of this request.
      agent: false,
      headers: [...[...headers, ...lengthOf(method, bytes)].flat(), ...['Host', url.host, 'Connection', 'close']],
      setHost: false,
      lookup: checkedLookup(url.hostname, allowPrivate),
      ...(trustedCertificates.length > 0 && { ca: [...rootCertificates, ...trustedCertificates] }),
    })
    const stop = (reason: Error): void => void asking.destroy(reason)
    const onAbort = (): void => stop(new Error('stopped'))
    const timer = setTimeout(() => stop(new TimedOut()), timeoutMs)
    signal.addEventListener('abort', onAbort)
    // An abort is heard once only.
    if (signal.aborted) onAbort()
    const finish = (answer: GuardedAnswer): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      resolve(answer)
    }
    asking.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    const fail = (error: unknown): void => {
      if (error instanceof PrivateTarget) finish({ kind: 'private', host: error.host, address: error.address })
      else finish({ kind: 'failed', failure: failureOf(error, url.hostname, port), nothingSent: !connected })
    }
    asking.on('error', fail)
    asking.on('response', (response) => collect(response, finish, fail))
    asking.end(bytes)
  })
}

function collect(
  response: IncomingMessage,
  finish: (answer: GuardedAnswer) => void,
  fail: (error: Error) => void,
): void {
  const chunks: Buffer[] = []
  let kept = 0
  const end = (): void => {
    const raw = response.rawHeaders
    const headers: HeaderPair[] = []
    for (let at = 0; at + 1 < raw.length; at += 2) headers.push([raw[at] ?? '', raw[at + 1] ?? ''])
    const body = Buffer.concat(chunks).toString('utf8')
    finish({
      kind: 'answered',
      status: response.statusCode ?? 0,
      reason: response.statusMessage ?? '',
      headers,
      body,
    })
  }
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, keptBytes - kept))
    kept += chunk.length
    if (kept < keptBytes) return
    // Enough to show; the rest is not waited for.
    response.removeAllListeners('error')
    response.on('error', () => {})
    end()
    response.destroy()
  })
  response.on('end', end)
  response.on('error', fail)
}

/** Looks a name up once; all its addresses must be allowed. */
function checkedLookup(host: string, allowPrivate: boolean): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '', 0)
      const refused = allowPrivate ? undefined : found.find(({ address }) => isPrivateAddress(address))
      if (refused !== undefined) return done(new PrivateTarget(host, refused.address), '', 0)
      if (options.all === true) return done(null, found)
      const [first] = found
      if (first === undefined) return done(new Error('The name has no address.'), '', 0)
      return done(null, first.address, first.family)
    })
  }
}

function lengthOf(method: string, body: Uint8Array): readonly HeaderPair[] {
  return body.byteLength === 0 && method === 'GET' ? [] : [['Content-Length', String(body.byteLength)]]
}

/** Node's codes of a certificate that is not accepted; the rest of a handshake's failures are TLS errors. */
const certificateCode =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_)/

function failureOf(error: unknown, host: string, port: number): SendFailure {
  const code = errorCode(error)
  return toSendFailure(certificateCode.test(code) ? new ConnectionError('certificate', code) : error, host, port)
}
