import type { LeadDetail } from '@shared/lead/lead-detail'
import { leadFields } from '@shared/lead/lead-field'
import type { RecognisedLead } from '@shared/lead/recognise'
import { stringify } from 'csv-stringify/sync'

/** Excel takes a file for UTF-8 only when it begins with a byte order mark. */
export const csvByteOrderMark = '\uFEFF'

const columns = [
  'id',
  'received_at',
  'verdict',
  'diagnosis',
  ...leadFields.map((field) => field.path.join('.')),
  'is_test',
  'duplicate_of',
  'status',
  'body_bytes',
  'note',
] as const

/** The header line. */
export function csvHead(): string {
  return csvLine(columns)
}

/** One lead as a CSV line; cells that a spreadsheet would run as a formula are escaped (OWASP CSV injection). */
export function csvRow(lead: LeadDetail, recognised: RecognisedLead | null): string {
  const { summary } = lead
  return csvLine([
    summary.id,
    new Date(summary.receivedAt).toISOString(),
    summary.verdict,
    summary.diagnosis ?? '',
    ...leadFields.map((field) => recognised?.texts[field.key] ?? ''),
    summary.isTest,
    summary.duplicateOf?.id ?? '',
    summary.status,
    summary.bodySize,
    lead.note,
  ])
}

function csvLine(cells: readonly unknown[]): string {
  return stringify([[...cells]], { escape_formulas: true, record_delimiter: 'windows', cast: { boolean: String } })
}
