import type { LeadQuery } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'

/**
 * Whether a lead passes the filters of a query, its text left aside: only the engine's full-text index can judge that.
 * Says for a newly stored lead whether it belongs into a filtered list without asking the engine.
 */
export function matchesFilters(query: LeadQuery, lead: LeadSummary): boolean {
  return (
    allows(query.verdicts, lead.verdict) &&
    allows(query.actionCodes, lead.actionCode) &&
    allows(query.sources, lead.source) &&
    allows(query.offers, lead.offerTitle) &&
    allows(query.countries, lead.country) &&
    (query.isTest === null || query.isTest === lead.isTest) &&
    (!query.unread || lead.unread) &&
    (!query.pinned || lead.pinned)
  )
}

/** True when a query leaves nothing out. */
export function isEveryLead(query: LeadQuery): boolean {
  return (
    query.text.trim() === '' &&
    query.verdicts.length === 0 &&
    query.actionCodes.length === 0 &&
    query.sources.length === 0 &&
    query.offers.length === 0 &&
    query.countries.length === 0 &&
    query.isTest === null &&
    !query.unread &&
    !query.pinned
  )
}

function allows(wanted: readonly string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value)
}
