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
 * Sends one request over a connection of its own and reads the answer whole; any status is an answer. Never follows a
 * redirect: what is tested is this endpoint.
 * @throws AppError `send-failed` with the network's own code (`ECONNREFUSED`, `ETIMEDOUT`, …) when nothing was answered
 */
export async function sendRequest(request: OutgoingRequest): Promise<IncomingAnswer> {
  const sender = createSender({ isApproved: () => false })
  try {
    const { outcome, timing, body } = await sender.send({
      method: request.method,
      url: request.url,
      headers: withDefaults(request.headers),
      body: request.body === null ? { kind: 'none' } : { kind: 'bytes', bytes: request.body },
      settings: { ...defaultRequestSettings, timeoutMs: request.timeoutMs, followRedirects: false },
    })
    if (outcome.kind === 'failed') throw new AppError('send-failed', { detail: outcome.failure.code })
    const { status, reason, httpVersion, headers } = outcome.answer
    return { status, reason, httpVersion, headers, body, durationMs: timing.total }
  } finally {
    sender.close()
  }
}

function withDefaults(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  const defaults: readonly HeaderPair[] = [
    ['User-Agent', userAgent],
    ['Accept', '*/*'],
  ]
  return [...headers, ...defaults.filter(([name]) => headerValue(headers, name) === undefined)]
}
