import type { LeadDetail } from '@shared/lead/lead-detail'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { ReceivedRequest } from '../../src/engine/receiver/received-request'
import type { NewLead } from '../../src/engine/storage/lead-store'

/** A received request as the receiver hands it on; the changes win. */
export function receivedRequest(changes: Partial<ReceivedRequest> = {}): ReceivedRequest {
  const body = changes.body ?? Buffer.from('{"LeadSource":"AzureMarketplace"}')
  return {
    receivedAt: Date.UTC(2026, 10, 21, 10, 32, 1),
    method: 'POST',
    target:
      '/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sig=secret',
    httpVersion: '1.1',
    headers: [
      ['Host', '127.0.0.1:5323'],
      ['Content-Type', 'application/json'],
    ],
    body,
    bodySize: body.length,
    bodyCut: false,
    secure: false,
    peer: { address: '127.0.0.1', port: 50_000 },
    headersMs: 0.5,
    bodyMs: 1,
    problem: null,
    ...changes,
  }
}

/** A lead ready to be stored, with the given field values. */
export function newLead(fields: Partial<NewLead['fields']>, changes: Partial<NewLead> = {}): NewLead {
  return {
    request: receivedRequest(),
    flowId: '0123456789abcdef0123456789abcdef',
    verdict: 'matches',
    diagnosis: null,
    findings: [],
    fields: {
      firstName: 'Some',
      lastName: 'One',
      email: 'someone@contoso.com',
      phone: '16175555555',
      country: 'USA',
      company: 'Contoso',
      title: 'Esquire',
      source: 'AzureMarketplace',
      actionCode: 'INS',
      offerTitle: 'Test Microsoft',
      description: '',
      ...fields,
    },
    isTest: false,
    fingerprint: null,
    searchText: '',
    charset: 'utf-8',
    answer: { status: 202, reason: 'Accepted', headers: [], body: new Uint8Array() },
    timing: { headersMs: 0.5, bodyMs: 1, handledMs: 2 },
    run: null,
    ...changes,
  }
}

/** The row of the inbox that a store would give for a lead. */
export function summaryOf(lead: NewLead, id: number): LeadSummary {
  const { fields } = lead
  return {
    id,
    receivedAt: lead.request.receivedAt,
    flowId: lead.flowId,
    verdict: lead.verdict,
    diagnosis: lead.diagnosis?.code ?? null,
    method: lead.request.method,
    firstName: fields.firstName,
    lastName: fields.lastName,
    company: fields.company,
    email: fields.email,
    country: fields.country,
    offerTitle: fields.offerTitle,
    source: fields.source,
    actionCode: fields.actionCode,
    isTest: lead.isTest,
    duplicateOf: null,
    status: lead.answer.status,
    bodySize: lead.request.bodySize,
    unread: true,
    pinned: false,
    hasNote: false,
  }
}

/** Everything kept of one captured request; the changes win. */
export function leadDetail(changes: Partial<LeadDetail> = {}): LeadDetail {
  const lead = newLead({})
  const { method, target, httpVersion, headers, body, bodySize, bodyCut, secure, peer } = lead.request
  return {
    summary: summaryOf(lead, 1),
    request: { method, target, httpVersion, headers, body, bodySize, bodyCut, secure, peer, claimedPeer: null },
    bodyText: Buffer.from(body).toString('utf8'),
    bodyTextCut: false,
    charset: 'utf-8',
    findings: [],
    diagnosis: null,
    answer: lead.answer,
    timing: lead.timing,
    note: '',
    ...changes,
  }
}
