import { randomBytes } from 'node:crypto'
import { explainOutcome } from '@shared/answer/explain'
import type { LeadDelivery } from '@shared/partner-center/lead-stream'
import { makeLead } from '@shared/partner-center/make-lead'
import type { Offer } from '@shared/partner-center/offer'
import type { Sender } from '../sender/sender'
import { type Arrivals, awaitLead } from './arrivals'
import { isTaken, keptAnswerBytes, leadRequest } from './lead-request'

export type DeliveryOrder = {
  readonly offer: Offer
  readonly url: string
  readonly actionCode: string
  readonly source: string
  /** Whether the URL leads to a flow of ours. */
  readonly isOwn: boolean
  readonly send: Sender['send']
  readonly arrivals: Arrivals
  readonly timeoutMs: number
  /** How long a lead is looked for that was taken. */
  readonly arrivalMs: number
  readonly signal: AbortSignal
}

/** Letters and digits that no other lead has in its address. */
export function newMark(): string {
  return randomBytes(4).toString('hex')
}

/** Sends one made-up lead and looks whether it arrives. Throws AppError `cancelled`. */
export async function deliverLead(order: DeliveryOrder): Promise<LeadDelivery> {
  const { offer, url, actionCode, source, isOwn, arrivals, signal } = order
  const made = makeLead({ offer, actionCode, source, mark: newMark(), random: Math.random })
  const lead = awaitLead(arrivals, ({ email }) => email === made.email)
  const sentAt = Date.now()
  try {
    const request = leadRequest(url, new TextEncoder().encode(made.text), order.timeoutMs)
    const { outcome, sent, timing } = await order.send(request, { signal, keepBodyBytes: keptAnswerBytes })
    const { code, intent, params } = explainOutcome(outcome, sent)
    const status = outcome.kind === 'answered' ? outcome.answer.status : null
    const arrived = isOwn ? await lead.within(isTaken(status) ? order.arrivalMs : 0, signal) : null
    return {
      sentAt,
      name: made.name,
      actionCode,
      source,
      durationMs: timing.total,
      status,
      explained: { code, intent, params },
      isOwn,
      leadId: arrived?.id ?? null,
    }
  } finally {
    lead.end()
  }
}
