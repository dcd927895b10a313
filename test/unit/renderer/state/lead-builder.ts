import type { LeadSummary } from '@shared/lead/lead-summary'

/** A lead for the list's tests; `id` also sets its time. */
export function buildLead(id: number, changes: Partial<LeadSummary> = {}): LeadSummary {
  return {
    id,
    receivedAt: 1_700_000_000_000 + id * 1000,
    flowId: '0123456789abcdef0123456789abcdef',
    verdict: 'matches',
    diagnosis: null,
    method: 'POST',
    firstName: 'Some',
    lastName: `One ${id}`,
    company: 'Contoso',
    email: 'someone@contoso.com',
    country: 'USA',
    offerTitle: 'Test Microsoft',
    source: 'AzureMarketplace',
    actionCode: 'INS',
    isTest: false,
    duplicateOf: null,
    status: 202,
    bodySize: 428,
    unread: true,
    pinned: false,
    hasNote: false,
    ...changes,
  }
}

/** Leads with ids from `newest` down to `oldest`. */
export function buildLeads(newest: number, oldest: number, changes: Partial<LeadSummary> = {}): LeadSummary[] {
  return Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, at) => buildLead(newest - at, changes))
}
