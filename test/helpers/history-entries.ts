import type { Answer, PeerCertificate, SendFailure, SendTiming } from '@shared/answer/answer'
import type { HistoryEntry, HistorySummary } from '@shared/history/history'
import { newRequest } from '@shared/request/request-template'

const sentAt = Date.UTC(2025, 10, 21, 10, 32, 1)

export const flowUrl =
  'https://prod-18.uksouth.logic.azure.com:443/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=Zk3vP0mQd1rT9yLw5xN8cB2aE7uJ4hG6sF0oK1iM3nA'

export const leadText = '{"LeadSource":"SPZA-INS|contoso.offer","UserDetails":{"FirstName":"Some","LastName":"One"}}'

export const timing: SendTiming = {
  dns: 12.4,
  connect: 18.1,
  tls: 31.7,
  upload: 0.6,
  firstByte: 118.2,
  download: 3,
  total: 184,
}

export const certificate: PeerCertificate = {
  subject: 'CN=*.uksouth.logic.azure.com, O=Contoso, L=London, C=GB',
  issuer: 'CN=Contoso TLS Issuing CA 05, O=Contoso, C=GB',
  validFrom: Date.UTC(2025, 5, 1),
  validTo: Date.UTC(2099, 4, 27),
  names: ['*.uksouth.logic.azure.com', 'uksouth.logic.azure.com'],
  fingerprint256: Array.from({ length: 32 }, (_, index) => (index * 7 + 16).toString(16).toUpperCase()).join(':'),
  problem: null,
  protocol: 'TLSv1.3',
}

const runHeaders: Answer['headers'] = [
  ['Cache-Control', 'no-cache'],
  ['Pragma', 'no-cache'],
  ['Expires', '-1'],
  ['x-ms-workflow-run-id', '08584412345678901234567890123CU12'],
  ['x-ms-execution-location', 'uksouth'],
]

/** An answer: `202 Accepted` with an empty body unless changed. A body's size follows from its text. */
export function answer(changes: Partial<Answer> = {}): Answer {
  const bodySize = new TextEncoder().encode(changes.bodyText ?? '').length
  return {
    status: 202,
    reason: 'Accepted',
    httpVersion: '1.1',
    headers: runHeaders,
    bodySize,
    wireSize: bodySize,
    bodyText: '',
    bodyTruncated: false,
    remoteAddress: '51.140.0.10',
    redirects: [],
    certificate,
    ...changes,
  }
}

/** An answer as the trigger words its errors. */
export function errorAnswer(status: number, reason: string, code: string, message: string): Answer {
  return answer({
    status,
    reason,
    headers: [['Content-Type', 'application/json; charset=utf-8']],
    bodyText: JSON.stringify({ error: { code, message } }),
  })
}

export function answered(changes: Partial<Answer> = {}): HistoryEntry['outcome'] {
  return { kind: 'answered', answer: answer(changes) }
}

export function notAnswered(kind: SendFailure['kind'], code: string): HistoryEntry['outcome'] {
  return {
    kind: 'failed',
    failure: { kind, code, host: 'prod-18.uksouth.logic.azure.com', port: 443 },
    certificate: kind.startsWith('tls-') ? { ...certificate, problem: code } : null,
  }
}

/** One send: a lead posted to a flow's URL that was accepted, unless changed. */
export function historyEntry(changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: 7,
    sentAt,
    name: 'Test my flow',
    nodeId: null,
    environmentName: 'Contoso test',
    template: {
      ...newRequest,
      url: '{{flowUrl}}',
      body: { type: 'raw', language: 'json', text: leadText },
    },
    checks: [],
    sent: {
      method: 'POST',
      url: flowUrl,
      headers: [
        ['Host', 'prod-18.uksouth.logic.azure.com'],
        ['Content-Type', 'application/json'],
        ['Content-Length', String(leadText.length)],
      ],
      bodySize: leadText.length,
      bodyText: leadText,
    },
    outcome: answered(),
    timing,
    checkResults: [],
    ...changes,
  }
}

export function historySummary(id: number, changes: Partial<HistorySummary> = {}): HistorySummary {
  return {
    id,
    sentAt: sentAt + id * 1000,
    name: 'Test my flow',
    nodeId: null,
    method: 'POST',
    url: 'https://prod-18.uksouth.logic.azure.com:443/workflows/0123/invoke?sig=••••••••',
    status: 202,
    failure: null,
    durationMs: 184,
    answerSize: 0,
    checksFailed: 0,
    ...changes,
  }
}
