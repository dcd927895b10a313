import { AppError } from '@shared/app-error'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import { defaultRequestSettings } from '@shared/request/request-template'
import { userAgent } from './prepare-headers'
import { createSender } from './sender'

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

/**
 * Sends one request of the app itself (a sample, the command line's lead) over a connection of its own and reads the
 * answer whole; any status is an answer. Never follows a redirect: what is tested is this endpoint.
 * @throws AppError `send-failed` with the network's own code (`ECONNREFUSED`, `ETIMEDOUT`, …) when nothing was answered
 */
export async function sendRequest(request: OutgoingRequest): Promise<IncomingAnswer> {
  const { url, method, headers, body, timeoutMs } = request
  if (!URL.canParse(url)) throw new AppError('send-failed', { detail: 'invalid URL' })
  const sender = createSender({ isApproved: () => false })
  try {
    const sent = await sender.send({
      method,
      url,
      headers: headerValue(headers, 'user-agent') === undefined ? [['User-Agent', userAgent], ...headers] : headers,
      body: body === null ? { kind: 'none' } : { kind: 'bytes', bytes: body },
      settings: { ...defaultRequestSettings, timeoutMs, followRedirects: false },
    })
    if (sent.outcome.kind === 'failed') throw new AppError('send-failed', { detail: sent.outcome.failure.code })
    const { status, reason, httpVersion, headers: answered } = sent.outcome.answer
    return { status, reason, httpVersion, headers: answered, body: sent.body, durationMs: sent.timing.total }
  } finally {
    sender.close()
  }
}
