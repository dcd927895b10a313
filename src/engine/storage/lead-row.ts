import { type DiagnosisCode, diagnosisCodes } from '@shared/lead/diagnosis'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { numberAt, numberOrNullAt, textAt, wordOrNullAt } from './row-reader'
import type { SqlRow } from './sql-value'
import { toStoredText } from './stored-text'
import { verdictOfCode } from './verdict-code'

/** The columns that {@link readSummary} reads, in its order. */
export const summaryColumns = `lead.id, received_at, flow_id, verdict, diagnosis, texts, is_test, duplicate_of,
  duplicate_at, status, body_size, unread, pinned, has_note`

/** The texts of a lead's row in their stored order. */
type RowTexts = readonly [
  method: string,
  firstName: string,
  lastName: string,
  company: string,
  email: string,
  country: string,
  offerTitle: string,
  source: string,
  actionCode: string,
]

const knownDiagnoses = new Set<string>(diagnosisCodes)

export function writeTexts(lead: LeadSummary): Buffer {
  const texts: RowTexts = [
    lead.method,
    lead.firstName,
    lead.lastName,
    lead.company,
    lead.email,
    lead.country,
    lead.offerTitle,
    lead.source,
    lead.actionCode,
  ]
  return toStoredText(JSON.stringify(texts))
}

export function readSummary(row: SqlRow): LeadSummary {
  // JSON of our own, as `writeTexts` wrote it.
  const texts: RowTexts = JSON.parse(textAt(row, 5))
  const duplicateId = numberOrNullAt(row, 7)
  return {
    id: numberAt(row, 0),
    receivedAt: numberAt(row, 1),
    flowId: wordOrNullAt(row, 2),
    verdict: verdictOfCode(numberAt(row, 3)),
    diagnosis: readDiagnosisCode(wordOrNullAt(row, 4)),
    method: texts[0],
    firstName: texts[1],
    lastName: texts[2],
    company: texts[3],
    email: texts[4],
    country: texts[5],
    offerTitle: texts[6],
    source: texts[7],
    actionCode: texts[8],
    isTest: numberAt(row, 6) === 1,
    duplicateOf: duplicateId === null ? null : { id: duplicateId, receivedAt: numberAt(row, 8) },
    status: numberAt(row, 9),
    bodySize: numberAt(row, 10),
    unread: numberAt(row, 11) === 1,
    pinned: numberAt(row, 12) === 1,
    hasNote: numberAt(row, 13) === 1,
  }
}

function readDiagnosisCode(word: string | null): DiagnosisCode | null {
  return word !== null && isDiagnosisCode(word) ? word : null
}

function isDiagnosisCode(word: string): word is DiagnosisCode {
  return knownDiagnoses.has(word)
}
