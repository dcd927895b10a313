import type { LeadSummary } from '@shared/lead/lead-summary'
import type { Database } from './database'
import { type FacetTable, type Tally, tallyLead } from './facet-table'
import { findDuplicates } from './find-duplicates'
import type { FlowRunTable } from './flow-run-table'
import { writeTexts } from './lead-row'
import type { NewLead } from './lead-store'
import { searchTextOf } from './search-text'
import { writeDetail } from './stored-detail'
import { capText, toStoredText } from './stored-text'
import { verdictCode } from './verdict-code'

const insertLead = `INSERT INTO lead (id, received_at, flow_id, verdict, diagnosis, status, body_size, is_test,
  duplicate_of, duplicate_at, fingerprint, action_facet, source_facet, offer_facet, country_facet, texts)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const insertContent = 'INSERT INTO lead_content (id, detail, answer_body, search_text, body) VALUES (?, ?, ?, ?, ?)'

/** Characters of a field that the list keeps; the body has all of it. */
const fieldLimit = 500

/** Writes a batch with its runs under ids from `firstId` on, within the caller's transaction, and counts it. */
export function insertLeads(
  database: Database,
  facets: FacetTable,
  firstId: number,
  batch: readonly NewLead[],
  runs: Pick<FlowRunTable, 'insert'> | null,
): readonly LeadSummary[] {
  const duplicates = findDuplicates(database, batch, firstId)
  const tally: Tally = new Map()
  const summaries = batch.map((lead, position) => {
    const summary = summarise(firstId + position, lead, duplicates[position] ?? null)
    insertOne(database, facets, lead, summary, tally)
    if (lead.run !== null) runs?.insert(lead.run, summary.id)
    return summary
  })
  facets.write(tally)
  return summaries
}

function insertOne(database: Database, facets: FacetTable, lead: NewLead, summary: LeadSummary, tally: Tally): void {
  const action = facets.idOf('action', lead.fields.actionCode)
  const source = facets.idOf('source', lead.fields.source)
  const offer = facets.idOf('offer', lead.fields.offerTitle)
  const country = facets.idOf('country', lead.fields.country)
  database.run(insertLead, [
    summary.id,
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
    writeTexts(summary),
  ])
  database.run(insertContent, [
    summary.id,
    writeDetail(lead),
    lead.answer.body,
    toStoredText(searchTextOf(lead)),
    lead.request.body,
  ])
  tallyLead(facets, tally, { ...summary, action, source, offer, country }, 1)
}

function summarise(id: number, lead: NewLead, duplicateOf: LeadSummary['duplicateOf']): LeadSummary {
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
    duplicateOf,
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
