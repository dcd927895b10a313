import { AppError } from '@shared/app-error'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import { bodyPreviewLimit, type LeadDetail } from '@shared/lead/lead-detail'
import { readBodyText } from './body-text'
import type { Database } from './database'
import { readSummary, summaryColumns } from './lead-row'
import { bytesAt, textAt, textOrNullAt } from './row-reader'
import { readDetail } from './stored-detail'
import { capText } from './stored-text'

/** Everything of one lead, of its body at most `textLimit` bytes and characters. Throws `lead-not-found` {id}. */
export function readLead(database: Database, id: number, textLimit: number = bodyPreviewLimit): LeadDetail {
  const summaryRow = database.get(`SELECT ${summaryColumns} FROM lead WHERE id = ? AND deleted IS NULL`, [id])
  const row = database.get('SELECT detail, answer_body, note, body FROM lead_content WHERE id = ?', [id])
  if (summaryRow === null || row === null) throw new AppError('lead-not-found', { id })
  const summary = readSummary(summaryRow)
  const detail = readDetail(textAt(row, 0))
  const body = bytesAt(row, 3)
  const bodyText = readBodyText(body, detail.headers, detail.charset)
  return {
    summary,
    request: {
      method: summary.method,
      target: detail.target,
      httpVersion: detail.httpVersion,
      headers: detail.headers,
      // A copy: what travels must not carry the whole buffer with it.
      body: Uint8Array.from(body.subarray(0, textLimit)),
      bodySize: summary.bodySize,
      bodyCut: detail.bodyCut,
      secure: detail.secure,
      peer: detail.peer,
      claimedPeer: headerValue(detail.headers, 'x-forwarded-for') ?? null,
    },
    bodyText: bodyText === null ? null : capText(bodyText, textLimit),
    bodyTextCut: bodyText !== null && bodyText.length > textLimit,
    charset: detail.charset,
    findings: detail.findings,
    diagnosis: detail.diagnosis,
    answer: {
      status: summary.status,
      reason: detail.answerReason,
      headers: detail.answerHeaders,
      body: Uint8Array.from(bytesAt(row, 1)),
    },
    timing: detail.timing,
    note: textOrNullAt(row, 2) ?? '',
  }
}

/** A lead as the steps of a flow read it. */
export type TriggerInput = { readonly headers: readonly HeaderPair[]; readonly bodyText: string | null }

/** The headers and the whole text of a lead, nothing else of it: read for every run. null where there is no such lead. */
export function readTriggerInput(database: Database, id: number): TriggerInput | null {
  const row = database.get(
    `SELECT detail, body FROM lead JOIN lead_content ON lead_content.id = lead.id
     WHERE lead.id = ? AND deleted IS NULL`,
    [id],
  )
  if (row === null) return null
  const { headers, charset } = readDetail(textAt(row, 0))
  return { headers, bodyText: readBodyText(bytesAt(row, 1), headers, charset) }
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
