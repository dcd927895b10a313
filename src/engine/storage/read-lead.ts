import { AppError } from '@shared/app-error'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import type { Diagnosis } from '@shared/lead/diagnosis'
import type { Finding } from '@shared/lead/finding'
import { bodyPreviewLimit, type LeadDetail } from '@shared/lead/lead-detail'
import { readBodyText } from './body-text'
import type { Database } from './database'
import { readSummary, summaryColumns } from './lead-row'
import { bytesAt, numberAt, textAt, textOrNullAt } from './row-reader'
import { capText } from './stored-text'

const contentColumns = `http_version, secure, peer_port, body_cut, headers_ms, body_ms, handled_ms, charset,
  peer_address, target, headers, diagnosis, findings, answer_reason, answer_headers, answer_body, note, body`

/** Everything of one lead. Throws `lead-not-found` {id}. */
export function readLead(database: Database, id: number): LeadDetail {
  const summaryRow = database.get(`SELECT ${summaryColumns} FROM lead WHERE id = ? AND deleted IS NULL`, [id])
  const row = database.get(`SELECT ${contentColumns} FROM lead_content WHERE id = ?`, [id])
  if (summaryRow === null || row === null) throw new AppError('lead-not-found', { id })
  const summary = readSummary(summaryRow)
  // JSON of our own, in the shapes in which `insert-leads.ts` wrote it.
  const headers: readonly HeaderPair[] = JSON.parse(textAt(row, 10))
  const diagnosisText = textOrNullAt(row, 11)
  const diagnosis: Diagnosis | null = diagnosisText === null ? null : JSON.parse(diagnosisText)
  const findings: readonly Finding[] = JSON.parse(textAt(row, 12))
  const answerHeaders: readonly HeaderPair[] = JSON.parse(textAt(row, 14))
  const charset = textOrNullAt(row, 7)
  const body = bytesAt(row, 17)
  const bodyText = readBodyText(body, headers, charset)
  return {
    summary,
    request: {
      method: summary.method,
      target: textAt(row, 9),
      httpVersion: textAt(row, 0),
      headers,
      // A copy: what travels must not carry the whole buffer with it.
      body: Uint8Array.from(body.subarray(0, bodyPreviewLimit)),
      bodySize: summary.bodySize,
      bodyCut: numberAt(row, 3) === 1,
      secure: numberAt(row, 1) === 1,
      peer: { address: textAt(row, 8), port: numberAt(row, 2) },
      claimedPeer: headerValue(headers, 'x-forwarded-for') ?? null,
    },
    bodyText: bodyText === null ? null : capText(bodyText, bodyPreviewLimit),
    bodyTextCut: bodyText !== null && bodyText.length > bodyPreviewLimit,
    charset,
    findings,
    diagnosis,
    answer: {
      status: summary.status,
      reason: textAt(row, 13),
      headers: answerHeaders,
      body: Uint8Array.from(bytesAt(row, 15)),
    },
    timing: { headersMs: numberAt(row, 4), bodyMs: numberAt(row, 5), handledMs: numberAt(row, 6) },
    note: textOrNullAt(row, 16) ?? '',
  }
}

/** Bytes of a lead's body as received. Throws `lead-not-found` {id}. */
export function readBodyBytes(database: Database, id: number, offset: number, length: number): Uint8Array {
  // substr counts bytes of a BLOB from 1.
  const row = database.get(
    `SELECT substr(body, ?, ?) FROM lead_content JOIN lead ON lead.id = lead_content.id
     WHERE lead_content.id = ? AND deleted IS NULL`,
    [offset + 1, length, id],
  )
  if (row === null) throw new AppError('lead-not-found', { id })
  return Uint8Array.from(bytesAt(row, 0))
}
