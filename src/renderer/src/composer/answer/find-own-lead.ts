import { headerValue } from '@shared/http/header-pair'
import { everyLead } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { callEngine } from '../../state/bridge'

/** The receiver's clock is this computer's; a little room for timers that round. */
const slackMs = 1000
/** Leads of the same moment that are looked at: under a burst of leads the link is left out rather than the app slowed. */
const looked = 20

/**
 * The lead that our receiver answered with a run id; null when it is not among the newest leads of that moment.
 * @param sentAt ms since 1970
 * @param durationMs of the whole exchange
 */
export async function findOwnLead(runId: string, sentAt: number, durationMs: number): Promise<number | null> {
  const leads = await callEngine('leads.page', { query: everyLead, from: null, limit: 1000 })
  for (const { id } of leadsOfMoment(leads, sentAt, durationMs)) {
    const { answer } = await callEngine('leads.get', { id })
    if (headerValue(answer.headers, 'x-ms-workflow-run-id') === runId) return id
  }
  return null
}

/** Pure: leads that came while a request was under way, the first after its start first. */
export function leadsOfMoment(
  leads: readonly Pick<LeadSummary, 'id' | 'receivedAt'>[],
  sentAt: number,
  durationMs: number,
): readonly Pick<LeadSummary, 'id' | 'receivedAt'>[] {
  return leads
    .filter(({ receivedAt }) => receivedAt >= sentAt - slackMs && receivedAt <= sentAt + durationMs + slackMs)
    .toReversed()
    .slice(0, looked)
}
