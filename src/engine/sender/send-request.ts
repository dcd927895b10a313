import { AppError } from '@shared/app-error'
import type { HeaderPair } from '@shared/http/header-pair'
import type { RequestError } from 'got'

export type OutgoingRequest = {
  readonly url: string
  readonly method: string
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array | null
  readonly timeoutMs: number
}

export type IncomingAnswer = {
  readonly status: number
  readonly reason: string
  readonly httpVersion: string
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array
  readonly durationMs: number
}

/** More than any flow answers; an answer without end must not fill the memory. */
const answerLimit = 16 * 1024 * 1024

/**
 * Sends one request of the app itself (a sample, the command line's lead) and reads the answer whole; any status is an
 * answer. Never retries, never follows a redirect: what is tested is this endpoint. What a user composed goes out over
 * `sender.ts`, byte for byte (see `docs/adr/0003`).
 * @throws AppError `send-failed` with the network's own code (`ECONNREFUSED`, `ETIMEDOUT`, …) when nothing was answered
 */
export async function sendRequest(request: OutgoingRequest): Promise<IncomingAnswer> {
  // Loaded with the first request: the engine starts sooner without it.
  const { default: got, RequestError } = await import('got')
  const started = performance.now()
  const stop = new AbortController()
  try {
    const exchange = got(request.url, {
      method: request.method as 'POST',
      headers: combineHeaders(request.headers),
      ...(request.body && { body: Buffer.from(request.body) }),
      timeout: { request: request.timeoutMs },
      responseType: 'buffer',
      allowGetBody: true,
      throwHttpErrors: false,
      followRedirect: false,
      retry: { limit: 0 },
      signal: stop.signal,
    })
    void exchange.on('downloadProgress', ({ transferred }) => {
      if (transferred > answerLimit) stop.abort()
    })
    const response = await exchange
    return {
      status: response.statusCode,
      reason: response.statusMessage ?? '',
      httpVersion: response.httpVersion,
      headers: pairs(response.rawHeaders),
      body: response.body,
      durationMs: performance.now() - started,
    }
  } catch (error) {
    if (stop.signal.aborted) throw new AppError('send-failed', { detail: 'ANSWER_TOO_LARGE' }, { cause: error })
    throw new AppError('send-failed', { detail: failureReason(error, RequestError) }, { cause: error })
  }
}

function combineHeaders(headers: readonly HeaderPair[]): Record<string, string | string[]> {
  const combined: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of headers) {
    const earlier = combined[name]
    combined[name] = earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value]
  }
  return combined
}

function pairs(raw: readonly string[]): readonly HeaderPair[] {
  const result: HeaderPair[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) result.push([raw[at] ?? '', raw[at + 1] ?? ''])
  return result
}

/** The network's code where there is one; got's message otherwise, which may not hold the URL with its secret. */
function failureReason(error: unknown, gotError: typeof RequestError): string {
  if (error instanceof gotError) return error.code === 'ERR_INVALID_URL' ? 'invalid URL' : error.code
  return error instanceof TypeError ? 'invalid URL' : 'unknown'
}
