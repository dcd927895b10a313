import type { LeadSummary } from '@shared/lead/lead-summary'
import type { Database } from './database'
import { type FacetTable, type Tally, tallyLead } from './facet-table'
import type { NewLead } from './lead-store'
import { numberAt } from './row-reader'
import { searchTextOf } from './search-text'
import { capText, toStoredText } from './stored-text'
import { verdictCode } from './verdict-code'

const insertLead = `INSERT INTO lead (id, received_at, flow_id, verdict, diagnosis, status, body_size, is_test,
  duplicate_of, duplicate_at, fingerprint, action_facet, source_facet, offer_facet, country_facet, method, first_name,
  last_name, company, email, country, offer_title, source, action_code)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const insertContent = `INSERT INTO lead_content (id, http_version, secure, peer_port, body_cut, headers_ms, body_ms,
  handled_ms, charset, peer_address, target, headers, diagnosis, findings, answer_reason, answer_headers, answer_body,
  search_text, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Characters of a field that the list keeps; the body has all of it. */
const fieldLimit = 500

/** Writes one lead under an id, within the caller's transaction, and adds it to the tally. */
export function insertOne(
  database: Database,
  facets: FacetTable,
  id: number,
  lead: NewLead,
  tally: Tally,
): LeadSummary {
  const summary = summarise(database, id, lead)
  const action = facets.idOf('action', lead.fields.actionCode)
  const source = facets.idOf('source', lead.fields.source)
  const offer = facets.idOf('offer', lead.fields.offerTitle)
  const country = facets.idOf('country', lead.fields.country)
  database.run(insertLead, [
    id,
    summary.receivedAt,
    summary.flowId,
    verdictCode(summary.verdict),
    summary.diagnosis,
    summary.status,
    summary.bodySize,
    summary.isTest ? 1 : 0,
    summary.duplicateOf?.id ?? null,
    summary.duplicateOf?.receivedAt ?? null,
    lead.fingerprint,
    action,
    source,
    offer,
    country,
    toStoredText(summary.method),
    toStoredText(summary.firstName),
    toStoredText(summary.lastName),
    toStoredText(summary.company),
    toStoredText(summary.email),
    toStoredText(summary.country),
    toStoredText(summary.offerTitle),
    toStoredText(summary.source),
    toStoredText(summary.actionCode),
  ])
  insertContentOf(database, id, lead)
  tallyLead(facets, tally, { ...summary, action, source, offer, country }, 1)
  return summary
}

function insertContentOf(database: Database, id: number, lead: NewLead): void {
  const { request, answer, timing } = lead
  database.run(insertContent, [
    id,
    toStoredText(request.httpVersion),
    request.secure ? 1 : 0,
    request.peer.port,
    request.bodyCut ? 1 : 0,
    timing.headersMs,
    timing.bodyMs,
    timing.handledMs,
    lead.charset === null ? null : toStoredText(lead.charset),
    toStoredText(request.peer.address),
    toStoredText(request.target),
    toStoredText(JSON.stringify(request.headers)),
    lead.diagnosis === null ? null : toStoredText(JSON.stringify(lead.diagnosis)),
    toStoredText(JSON.stringify(lead.findings)),
    toStoredText(answer.reason),
    toStoredText(JSON.stringify(answer.headers)),
    answer.body,
    toStoredText(searchTextOf(lead)),
    request.body,
  ])
}

function summarise(database: Database, id: number, lead: NewLead): LeadSummary {
  const { request, fields } = lead
  return {
    id,
    receivedAt: Math.round(request.receivedAt),
    flowId: lead.flowId,
    verdict: lead.verdict,
    diagnosis: lead.diagnosis?.code ?? null,
    method: capText(request.method, fieldLimit),
    firstName: shown(fields.firstName),
    lastName: shown(fields.lastName),
    company: shown(fields.company),
    email: shown(fields.email),
    country: shown(fields.country),
    offerTitle: shown(fields.offerTitle),
    source: shown(fields.source),
    actionCode: shown(fields.actionCode),
    isTest: lead.isTest,
    duplicateOf: lead.fingerprint === null ? null : findEarliest(database, lead.fingerprint),
    status: lead.answer.status,
    bodySize: request.bodySize,
    unread: true,
    pinned: false,
    hasNote: false,
  }
}

function shown(text: string): string {
  return capText(text, fieldLimit)
}

function findEarliest(database: Database, fingerprint: Uint8Array): LeadSummary['duplicateOf'] {
  const row = database.get(
    'SELECT id, received_at FROM lead WHERE fingerprint = ? AND deleted IS NULL ORDER BY id LIMIT 1',
    [fingerprint],
  )
  return row === null ? null : { id: numberAt(row, 0), receivedAt: numberAt(row, 1) }
}
