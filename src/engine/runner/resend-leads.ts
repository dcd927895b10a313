import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@shared/app-error'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { defaultRequestSettings } from '@shared/request/request-template'
import type { PreparedRequest } from '../sender/prepared-request'
import type { Sender } from '../sender/sender'
import type { LeadStore } from '../storage/lead-store'

export type ResendOrder = {
  readonly leads: Pick<LeadStore, 'get'>
  readonly send: Sender['send']
  readonly ids: readonly number[]
  readonly url: string
  readonly perSecond: number
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

const timeoutMs = 30_000
/** On their way at once; a slow receiver makes the rate lower instead of piling up requests. */
const mostAtOnce = 20
/** A pause that came late is made up for by this much at most: a rate is not kept by a burst. */
const catchUpMs = 10
/** So many in a row without any answer: nobody is there. */
const unansweredLimit = 10

/**
 * Sends stored leads again with the method, content type and bytes as received, at most `perSecond` of them a second.
 * Leads that are gone, or of which the receiver kept only a part, are left out.
 * @returns how many were answered with 2xx
 * @throws AppError `cancelled`; `send-failed` {detail} when ten in a row, or all, were not answered; `request-not-valid`
 */
export async function resendLeads(order: ResendOrder): Promise<number> {
  const { ids, signal } = order
  const underway = new Set<Promise<void>>()
  const intervalMs = 1000 / order.perSecond
  let due = performance.now()
  let done = 0
  let taken = 0
  let answered = 0
  let unanswered = 0
  let failure: unknown = null

  async function resend(id: number): Promise<void> {
    const request = readRequest(order, id)
    if (request === null) return
    const { outcome } = await order.send(request, { signal, keepBodyBytes: 0 })
    if (outcome.kind === 'answered') {
      answered += 1
      unanswered = 0
      if (outcome.answer.status >= 200 && outcome.answer.status < 300) taken += 1
      return
    }
    unanswered += 1
    if (unanswered >= unansweredLimit) throw new AppError('send-failed', { detail: outcome.failure.code })
    if (answered === 0 && done + 1 === ids.length) throw new AppError('send-failed', { detail: outcome.failure.code })
  }

  for (const id of ids) {
    await waitUntil(due, signal)
    due = Math.max(due, performance.now() - catchUpMs) + intervalMs
    if (underway.size >= mostAtOnce) await Promise.race(underway)
    if (signal.aborted || failure !== null) break
    const sent: Promise<void> = resend(id)
      .catch((error: unknown) => {
        failure ??= error
      })
      .finally(() => {
        underway.delete(sent)
        done += 1
        order.onProgress(done, ids.length)
      })
    underway.add(sent)
  }
  await Promise.all(underway)
  if (signal.aborted) throw new AppError('cancelled')
  if (failure !== null) throw failure
  return taken
}

async function waitUntil(time: number, signal: AbortSignal): Promise<void> {
  const milliseconds = time - performance.now()
  if (milliseconds <= 0 || signal.aborted) return
  await pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
    // Cancelled: the caller sees it by itself.
    if (!signal.aborted) throw error
  })
}

function readRequest({ leads, url }: ResendOrder, id: number): PreparedRequest | null {
  const lead = readLead(leads, id)
  if (lead === null || lead.request.bodyCut) return null
  const { method, headers, body } = lead.request
  return {
    method,
    url,
    headers: [...contentHeaders(headers)],
    body: body.length > 0 ? { kind: 'bytes', bytes: body } : { kind: 'none' },
    settings: { ...defaultRequestSettings, timeoutMs, followRedirects: false },
  }
}

/** null for a lead that was deleted meanwhile. */
function readLead(leads: ResendOrder['leads'], id: number): LeadDetail | null {
  try {
    // All of the body: its first megabyte would be another lead.
    return leads.get(id, Number.MAX_SAFE_INTEGER)
  } catch (error) {
    if (error instanceof AppError && error.code === 'lead-not-found') return null
    throw error
  }
}

/** The body is sent as it came, still in its encoding, so it needs both. */
function* contentHeaders(headers: readonly HeaderPair[]): Generator<HeaderPair> {
  for (const name of ['Content-Type', 'Content-Encoding']) {
    const value = headerValue(headers, name)
    if (value !== undefined) yield [name, value]
  }
}
