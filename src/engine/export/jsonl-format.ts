import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import type { JsonValue } from '@shared/json-value'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { maskHeaders } from './mask-secrets'

/** One lead as one JSON line, with the body as sent: parsed where it is JSON, as text, or base64. Secrets are masked. */
export function jsonlRow(lead: LeadDetail): string {
  const { summary, request } = lead
  return `${JSON.stringify({
    id: summary.id,
    receivedAt: new Date(summary.receivedAt).toISOString(),
    verdict: summary.verdict,
    diagnosis: lead.diagnosis?.code ?? null,
    isTest: summary.isTest,
    duplicateOf: summary.duplicateOf?.id ?? null,
    ...bodyPart(lead),
    request: {
      method: request.method,
      target: maskUrlSecrets(request.target),
      httpVersion: request.httpVersion,
      headers: maskHeaders(request.headers),
      bodySize: request.bodySize,
    },
    answer: { status: lead.answer.status, headers: lead.answer.headers },
    findings: lead.findings,
    note: lead.note,
  })}\n`
}

function bodyPart(lead: LeadDetail): { lead: JsonValue } | { bodyText: string } | { bodyBase64: string } {
  if (lead.bodyText === null) return { bodyBase64: Buffer.from(lead.request.body).toString('base64') }
  try {
    return { lead: JSON.parse(lead.bodyText) }
  } catch {
    // Not JSON: it goes out as the text that it is.
    return { bodyText: lead.bodyText }
  }
}
