import { assertNever } from '@shared/assert-never'
import type { Diagnosis } from '@shared/lead/diagnosis'
import type { Finding } from '@shared/lead/finding'
import type { Answer } from '@shared/lead/lead-detail'
import type { Verdict } from '@shared/lead/verdict'
import { type AnswerIds, newAnswerIds } from '../receiver/answer-ids'
import type { KnownFlow } from '../receiver/match-flow'
import { transportAnswer } from '../receiver/transport-answer'
import { acceptedAnswer, invalidContentAnswer, schemaMismatchAnswer } from '../receiver/trigger-answer'
import type { SchemaChecker } from '../schema/schema-checker'
import type { ReadBody } from './read-body'

export type Judgement = {
  readonly verdict: Verdict
  readonly diagnosis: Diagnosis | null
  /** All findings: of reading, then the schema's. */
  readonly findings: readonly Finding[]
  readonly answer: Answer
  /** The ids of the run that begins; null where the trigger refuses. */
  readonly ids: AnswerIds | null
}

/** What the trigger of a matched flow makes of a body: verdict, findings and answer (facts: "What the trigger answers"). */
export function judge(flow: KnownFlow, body: ReadBody, schemas: SchemaChecker): Judgement | Promise<Judgement> {
  const { content } = body
  switch (content.kind) {
    case 'undecodable':
      return {
        verdict: 'unmatched',
        diagnosis: content.diagnosis,
        findings: body.findings,
        answer: transportAnswer(undecodableProblem(content.diagnosis)),
        ids: null,
      }
    case 'broken-json':
      return {
        verdict: 'not-json',
        diagnosis: null,
        findings: body.findings,
        answer: invalidContentAnswer(flow, content.message),
        ids: null,
      }
    case 'json':
    case 'text': {
      const schema = schemas.prepare(flow.schemaText)
      const schemaFindings = schema.ok ? schema.check(content.value, body.text?.length ?? 0) : []
      return schemaFindings instanceof Promise
        ? schemaFindings.then((findings) => judgeContent(flow, body, findings))
        : judgeContent(flow, body, schemaFindings)
    }
    default:
      return assertNever(content)
  }
}

function judgeContent(flow: KnownFlow, body: ReadBody, schemaFindings: readonly Finding[]): Judgement {
  const mismatches = schemaFindings.filter((finding) => finding.code === 'schema-mismatch')
  const findings = schemaFindings.length === 0 ? body.findings : [...body.findings, ...schemaFindings]
  const refused = flow.schemaValidation && mismatches.length > 0
  const judged = { verdict: verdictOf(body, mismatches.length > 0, findings), diagnosis: null, findings }
  if (refused) {
    const details = mismatches.map((finding) => finding.message ?? '')
    return { ...judged, answer: schemaMismatchAnswer(flow, details), ids: null }
  }
  const ids = newAnswerIds(flow)
  return { ...judged, answer: acceptedAnswer(flow, ids), ids }
}

function verdictOf(body: ReadBody, mismatch: boolean, findings: readonly Finding[]): Verdict {
  if (!body.lead) return body.content.kind === 'json' ? 'not-a-lead' : 'not-json'
  if (mismatch) return 'does-not-match'
  return findings.some((finding) => finding.severity !== 'info') ? 'matches-with-warnings' : 'matches'
}

function undecodableProblem(diagnosis: Diagnosis): 'encoding-unknown' | 'encoding-broken' | 'inflated-too-large' {
  switch (diagnosis.code) {
    case 'encoding-unknown':
    case 'inflated-too-large':
      return diagnosis.code
    default:
      return 'encoding-broken'
  }
}
