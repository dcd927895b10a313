import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { explainOutcome } from '@shared/answer/explain'
import { AppError } from '@shared/app-error'
import type { StreamOptions } from '@shared/partner-center/lead-stream'
import { makeLead, oneOf } from '@shared/partner-center/make-lead'
import type { Offer } from '@shared/partner-center/offer'
import type { Sender } from '../sender/sender'
import { isTaken, keptAnswerBytes, leadRequest } from './lead-request'
import type { StreamCounts } from './stream-counts'

export type StreamOrder = {
  readonly offer: Pick<Offer, 'name' | 'offerId'>
  readonly url: string
  readonly options: StreamOptions
  /** Begins the address of every lead of this stream, see `makeLead`. */
  readonly mark: string
  readonly send: Sender['send']
  readonly counts: StreamCounts
  readonly random: () => number
  readonly timeoutMs: number
  /** Before the first time that a lead is sent again; twice as long before each further one. */
  readonly retryMs: number
  /** Nothing new begins; what is on its way is waited for. */
  readonly halt: AbortSignal
  /** Gives up what is on its way. */
  readonly cancel: AbortSignal
}

/** On their way at once; a slow receiver makes the rate lower instead of piling up requests. */
const mostAtOnce = 64
/** Leads that a duplicate is taken from. */
const remembered = 20
/** How far a stream that fell behind catches up. */
const catchUpMs = 200
const longestRetryMs = 30_000

/**
 * Sends leads at a rate until it is halted. Keeps nothing but numbers and a few leads for duplicates.
 * @throws what `send` throws but for `cancelled`, after what was on its way has ended
 */
export async function runStream(order: StreamOrder): Promise<void> {
  const { options, halt } = order
  const underway = new Set<Promise<void>>()
  const latest: Uint8Array[] = []
  const interval = 1000 / options.perSecond
  const failure = new AbortController()
  const stopped = AbortSignal.any([halt, failure.signal])
  // Every request on its way listens.
  setMaxListeners(0, order.halt, order.cancel)
  let next = performance.now()
  let number = 0

  while (!stopped.aborted) {
    await waitUntil(next, stopped)
    if (underway.size >= mostAtOnce) await Promise.race(underway)
    if (stopped.aborted) break
    next = Math.max(next + interval, performance.now() - catchUpMs)
    const isDuplicate = latest.length > 0 && order.random() * 100 < options.duplicatePercent
    const body = isDuplicate ? oneOf(latest, order.random) : newBody(order, ++number)
    if (!isDuplicate) latest.push(body)
    if (latest.length > remembered) latest.shift()
    const sent: Promise<void> = sendAndRetry(order, body, isDuplicate ? 'duplicate' : 'new')
      .catch((error: unknown) => {
        if (!isCancelled(error)) failure.abort(error)
      })
      .finally(() => underway.delete(sent))
    underway.add(sent)
  }
  await Promise.all(underway)
  if (failure.signal.aborted) throw failure.signal.reason
}

async function sendAndRetry(order: StreamOrder, body: Uint8Array, kind: 'new' | 'duplicate'): Promise<void> {
  const { counts, options, halt } = order
  for (let attempt = 0; attempt <= options.retries; attempt++) {
    counts.sent(attempt === 0 ? kind : 'retry')
    const { outcome, sent } = await order.send(leadRequest(order.url, body, order.timeoutMs), {
      signal: order.cancel,
      keepBodyBytes: keptAnswerBytes,
    })
    const status = outcome.kind === 'answered' ? outcome.answer.status : null
    if (isTaken(status)) return counts.accepted()
    const { code, intent, params } = explainOutcome(outcome, sent)
    counts.failed(status, { code, intent, params })
    if (attempt === options.retries || !isWorthRetrying(status)) return
    await waitUntil(performance.now() + Math.min(order.retryMs * 2 ** attempt, longestRetryMs), halt)
    if (halt.aborted) return
  }
}

/** What may be otherwise next time: no answer, and answers that speak of the moment. */
function isWorthRetrying(status: number | null): boolean {
  return status === null || status === 408 || status === 429 || status >= 500
}

function newBody({ offer, options, mark, random }: StreamOrder, number: number): Uint8Array {
  const made = makeLead({
    offer,
    actionCode: oneOf(options.actionCodes, random),
    source: oneOf(options.sources, random),
    mark: `${mark}x${number}`,
    random,
  })
  return new TextEncoder().encode(made.text)
}

async function waitUntil(time: number, signal: AbortSignal): Promise<void> {
  const milliseconds = time - performance.now()
  if (milliseconds <= 0 || signal.aborted) return
  await pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
    // Halted: the caller sees it by itself.
    if (!signal.aborted) throw error
  })
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'cancelled'
}
