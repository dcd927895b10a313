import type { SendOutcomeDetail, SendTiming, SentRequest } from '@shared/answer/answer'
import { AppError } from '@shared/app-error'
import { answerLimit } from './answer-collector'
import { bodySource } from './body-source'
import { describeJourney } from './describe-journey'
import { followRedirects } from './follow-redirects'
import type { PreparedRequest } from './prepared-request'
import { createRoutes } from './routes'
import { createProgress, type ProgressMeter, type SendProgress } from './send-progress'
import { createStopper, type Stopper } from './stopper'
import { TimedOut } from './timed-out'

export type SendOptions = {
  /** Aborting it ends the send at once, in whatever phase. */
  readonly signal?: AbortSignal
  /** At most ten times a second. */
  readonly onProgress?: (progress: SendProgress) => void
  /** Called once the other end is reached: the connection is there and the request goes out. */
  readonly onConnected?: () => void
  /** Keep only the beginning of the answer's body; its sizes count all of it. All of it (100 MB at most) otherwise. */
  readonly keepBodyBytes?: number
}

export type SendResult = {
  /** The first request, before any redirect. */
  readonly sent: SentRequest
  readonly outcome: SendOutcomeDetail
  readonly timing: SendTiming
  /** Of the answer, after inflating. */
  readonly body: Uint8Array
}

/**
 * Sends prepared requests over kept-alive connections. A network failure is an outcome, not an error.
 * `send` throws AppError `cancelled`, `file-not-chosen` {path}, `file-unreadable` {path}, `request-not-valid` {detail}.
 */
export type Sender = {
  readonly send: (prepared: PreparedRequest, options?: SendOptions) => Promise<SendResult>
  /** Cancels what is under way and closes the connections; nothing is sent any more. */
  readonly close: () => void
}

export type SenderOptions = {
  /** Whether the user has chosen this file for sending: no other is read. */
  readonly isApproved: (path: string) => boolean
  /** PEM of certificates to trust beside the usual ones; asked for with each request. */
  readonly trustedCertificates?: () => readonly string[]
}

export function createSender(options: SenderOptions): Sender {
  const routes = createRoutes(options.isApproved, options.trustedCertificates ?? (() => []))
  const underWay = new Set<Stopper>()
  let closed = false

  async function send(prepared: PreparedRequest, sendOptions: SendOptions = {}): Promise<SendResult> {
    const { signal, onProgress, onConnected, keepBodyBytes: keepBytes = answerLimit } = sendOptions
    if (signal?.aborted || closed) throw new AppError('cancelled')
    const stopper = createStopper()
    underWay.add(stopper)
    const cancel = (): void => stopper.stop(new AppError('cancelled'))
    signal?.addEventListener('abort', cancel)
    let progress: ProgressMeter | null = null
    const { timeoutMs } = prepared.settings
    const timer = timeoutMs > 0 ? setTimeout(() => stopper.stop(new TimedOut()), timeoutMs) : null
    try {
      const found = bodySource(prepared.body, options.isApproved)
      const body = found instanceof Promise ? await found : found
      if (onProgress !== undefined || onConnected !== undefined)
        progress = createProgress(body.size, onProgress ?? (() => undefined))
      const transfer = progress && { ...progress, onConnected }
      const journey = await followRedirects(prepared, body, { routes, stopper, transfer, keepBytes })
      return await describeJourney(prepared, body, journey, keepBytes)
    } finally {
      progress?.stop()
      if (timer !== null) clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      underWay.delete(stopper)
    }
  }

  return {
    send,
    close() {
      closed = true
      for (const stopper of underWay) stopper.stop(new AppError('cancelled'))
      routes.close()
    },
  }
}
