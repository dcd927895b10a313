import type { LeadDetail } from '@shared/lead/lead-detail'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { Verdict } from '@shared/lead/verdict'

const people = [
  ['Some', 'One', 'Contoso', 'USA'],
  ['Ada', 'Lindqvist', 'Fabrikam', 'SE'],
  ['Юлия', 'Соколова', 'Northwind Traders', 'KZ'],
  ['美玲', '陳', 'Tailspin Toys', 'TW'],
  ['Jean-François', 'de la Villardière-Montgomery', 'Société Générale des Exemples', 'FR'],
  ['Eve\u202Egpj', 'O\u0000Neil', '<img src=x onerror=alert(1)>', 'US'],
  ['', '', '', ''],
  ['MSFT_TEST_636573304831318844', 'MSFT_TEST_636573304831318844', 'MSFT_TEST_636573304831318844', 'US'],
] as const
const sources = ['AzureMarketplace', 'SPZA', 'AzurePortal', 'TestDrive'] as const
const actions = ['INS', 'PLT', 'DNC', 'Create', 'StartTestDrive', 'XYZ'] as const
const verdictsInTurn: readonly Verdict[] = [
  'matches',
  'matches',
  'matches-with-warnings',
  'matches',
  'does-not-match',
  'matches',
  'not-a-lead',
  'matches',
  'unmatched',
  'not-json',
]

/** Lead number `id`; the same id gives the same lead. */
export function madeUpLead(id: number, receivedAt: number): LeadSummary {
  const person = people[id % people.length] ?? people[0]
  const verdict = verdictsInTurn[id % verdictsInTurn.length] ?? 'matches'
  const isLead = verdict !== 'unmatched' && verdict !== 'not-json' && verdict !== 'not-a-lead'
  const [firstName, lastName, company, country] = isLead ? person : people[6]
  const isTest = firstName.startsWith('MSFT_TEST_')
  return {
    id,
    receivedAt,
    flowId: verdict === 'unmatched' ? null : '8f3a52c94b1e4d70a6c28d15e9f04b37',
    verdict,
    diagnosis:
      verdict === 'unmatched' ? ((['sig-missing', 'workflow-unknown', 'sig-cut'] as const)[id % 3] ?? null) : null,
    method: 'POST',
    firstName,
    lastName,
    company,
    email: isLead && firstName ? 'someone@contoso.com' : '',
    country,
    offerTitle: isLead ? (['Contoso Analytics', 'Fabrikam Backup', 'MSFT_TEST_636573304831318844'][id % 3] ?? '') : '',
    source: isLead ? (sources[id % sources.length] ?? '') : '',
    actionCode: isLead ? (actions[id % actions.length] ?? '') : '',
    isTest,
    duplicateOf: id % 17 === 0 && id > 20 ? { id: id - 3, receivedAt: receivedAt - 180_000 } : null,
    status: verdict === 'unmatched' ? 401 : 202,
    bodySize: 380 + (id % 200),
    unread: id % 40 > 36,
    pinned: id % 50 === 7,
    hasNote: id % 60 === 5,
  }
}

/** The whole of a made-up lead. */
export function madeUpDetail(summary: LeadSummary): LeadDetail {
  const lead = {
    userDetails: {
      FirstName: summary.firstName,
      LastName: summary.lastName,
      Email: summary.email,
      Phone: '16175555555',
      Country: summary.country,
      Company: summary.company,
      Title: null,
    },
    LeadSource: summary.source ? `${summary.source}-${summary.actionCode}|contoso.${summary.offerTitle}` : '',
    ActionCode: summary.actionCode,
    OfferTitle: summary.offerTitle,
    Description: 'Test run through Power Automate',
    campaign: { id: 42, tags: ['spring', 'emea'] },
  }
  const text = summary.verdict === 'not-json' ? '{"UserDetails": {"FirstName": "Some", ' : JSON.stringify(lead, null, 2)
  return {
    summary,
    request: {
      method: 'POST',
      target: `/workflows/${summary.flowId ?? '8f3a52'}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde`,
      httpVersion: '1.1',
      headers: [
        ['Host', '127.0.0.1:5323'],
        ['Content-Type', 'application/json; charset=utf-8'],
        ['Content-Length', String(text.length)],
        ['X-Forwarded-For', '203.0.113.7'],
        ['User-Agent', 'made-up/1.0'],
      ],
      body: new TextEncoder().encode(text),
      bodySize: text.length,
      bodyCut: false,
      secure: false,
      peer: { address: '127.0.0.1', port: 51234 },
      claimedPeer: '203.0.113.7',
    },
    bodyText: text,
    bodyTextCut: false,
    charset: 'utf-8',
    findings: [
      {
        severity: 'warning',
        code: 'key-case-differs',
        pointer: '/userDetails',
        params: { sent: 'userDetails', documented: 'UserDetails' },
      },
      {
        severity: 'error',
        code: 'schema-mismatch',
        pointer: '/userDetails/Title',
        field: 'title',
        message: 'Invalid type. Expected String but got Null.',
      },
      { severity: 'info', code: 'field-undocumented', pointer: '/campaign', params: { name: 'campaign' } },
    ],
    diagnosis: summary.diagnosis ? { code: summary.diagnosis, params: {} } : null,
    answer: {
      status: summary.status,
      reason: summary.status === 202 ? 'Accepted' : 'Unauthorized',
      headers: [
        ['Cache-Control', 'no-cache'],
        ['x-ms-workflow-run-id', '08584526843215839563745236485CU18'],
      ],
      body: new TextEncoder().encode(
        summary.status === 202
          ? ''
          : '{"error":{"code":"DirectApiAuthorizationRequired","message":"The request must be authenticated only by Shared Access scheme."}}',
      ),
    },
    timing: { headersMs: 0.6, bodyMs: 1.1, handledMs: 2.4 },
    note: summary.hasNote ? 'Called back on Tuesday.' : '',
  }
}
