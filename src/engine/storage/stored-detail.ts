import type { HeaderPair } from '@shared/http/header-pair'
import type { Diagnosis } from '@shared/lead/diagnosis'
import type { Finding } from '@shared/lead/finding'
import type { CaptureTiming } from '@shared/lead/lead-detail'
import type { NewLead } from './lead-store'
import { toStoredText } from './stored-text'

/**
 * What only the detail of a lead needs and nothing is looked for by: one JSON text, which keeps NUL and lone surrogates
 * as escapes. Fields may be added; those that are here keep their names and meaning.
 */
export type StoredDetail = {
  readonly target: string
  readonly httpVersion: string
  readonly headers: readonly HeaderPair[]
  readonly bodyCut: boolean
  readonly secure: boolean
  readonly peer: { readonly address: string; readonly port: number }
  readonly charset: string | null
  readonly diagnosis: Diagnosis | null
  readonly findings: readonly Finding[]
  readonly answerReason: string
  readonly answerHeaders: readonly HeaderPair[]
  readonly timing: CaptureTiming
}

export function writeDetail({ request, ...lead }: NewLead): Buffer {
  const detail: StoredDetail = {
    target: request.target,
    httpVersion: request.httpVersion,
    headers: request.headers,
    bodyCut: request.bodyCut,
    secure: request.secure,
    peer: request.peer,
    charset: lead.charset,
    diagnosis: lead.diagnosis,
    findings: lead.findings,
    answerReason: lead.answer.reason,
    answerHeaders: lead.answer.headers,
    timing: lead.timing,
  }
  return toStoredText(JSON.stringify(detail))
}

/** The text as {@link writeDetail} wrote it. */
export function readDetail(text: string): StoredDetail {
  return JSON.parse(text)
}
