import { type DiagnosisCode, diagnosisCodes } from '@shared/lead/diagnosis'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { numberAt, numberOrNullAt, textAt, wordOrNullAt } from './row-reader'
import type { SqlRow } from './sql-value'
import { verdictOfCode } from './verdict-code'

/** The columns that {@link readSummary} reads, in its order. */
export const summaryColumns = `lead.id, received_at, flow_id, verdict, lead.diagnosis, method, first_name, last_name,
  company, email, country, offer_title, source, action_code, is_test, duplicate_of, duplicate_at, status, body_size,
  unread, pinned, has_note`

export const summaryColumnCount = 22

const knownDiagnoses = new Set<string>(diagnosisCodes)

export function readSummary(row: SqlRow): LeadSummary {
  const duplicateId = numberOrNullAt(row, 15)
  return {
    id: numberAt(row, 0),
    receivedAt: numberAt(row, 1),
    flowId: wordOrNullAt(row, 2),
    verdict: verdictOfCode(numberAt(row, 3)),
    diagnosis: readDiagnosisCode(wordOrNullAt(row, 4)),
    method: textAt(row, 5),
    firstName: textAt(row, 6),
    lastName: textAt(row, 7),
    company: textAt(row, 8),
    email: textAt(row, 9),
    country: textAt(row, 10),
    offerTitle: textAt(row, 11),
    source: textAt(row, 12),
    actionCode: textAt(row, 13),
    isTest: numberAt(row, 14) === 1,
    duplicateOf: duplicateId === null ? null : { id: duplicateId, receivedAt: numberAt(row, 16) },
    status: numberAt(row, 17),
    bodySize: numberAt(row, 18),
    unread: numberAt(row, 19) === 1,
    pinned: numberAt(row, 20) === 1,
    hasNote: numberAt(row, 21) === 1,
  }
}

function readDiagnosisCode(word: string | null): DiagnosisCode | null {
  return word !== null && isDiagnosisCode(word) ? word : null
}

function isDiagnosisCode(word: string): word is DiagnosisCode {
  return knownDiagnoses.has(word)
}
