import { setImmediate as afterOthers } from 'node:timers/promises'
import { headerValue } from '@shared/http/header-pair'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { type SchemaTrial, type TriedLead, triedLeads, triedMessages } from '@shared/schema/schema-trial'
import { readContentType } from '../ingest/content-type'
import { parseJson } from '../ingest/parse-json'
import { explainSchema } from '../schema/explain-schema'
import type { ReadySchema, SchemaChecker } from '../schema/schema-checker'
import type { LeadStore } from '../storage/lead-store'

type UsableSchema = Extract<ReadySchema, { readonly ok: true }>

/** Tries a schema on a flow's last leads, one at a time with the receiver's turn between them. Stores nothing. */
export async function trySchema(
  leads: Pick<LeadStore, 'lastOfFlow' | 'get'>,
  schemas: SchemaChecker,
  flowId: string,
  schemaText: string,
): Promise<SchemaTrial> {
  const problems = explainSchema(schemaText)
  const schema = schemas.prepare(schemaText)
  if (!schema.ok) return { problems, leads: [] }
  const tried: TriedLead[] = []
  for (const id of leads.lastOfFlow(flowId, triedLeads)) {
    tried.push(await tryLead(leads.get(id), schema))
    await afterOthers()
  }
  return { problems, leads: tried }
}

async function tryLead(detail: LeadDetail, schema: UsableSchema): Promise<TriedLead> {
  const { summary: lead, bodyText, bodyTextCut } = detail
  if (bodyTextCut) return { lead, outcome: 'not-checked', messages: [] }
  // What the flow sees, as in ingest: the value of JSON, of anything else the text.
  const isJson = readContentType(headerValue(detail.request.headers, 'content-type')).isJson
  const parsed = isJson && bodyText ? parseJson(bodyText) : null
  if (parsed?.ok === false) return { lead, outcome: 'not-json', messages: [] }
  const value = parsed?.ok ? parsed.value : isJson && bodyText === '' ? null : (bodyText ?? '')
  const findings = await schema.check(value, bodyText?.length ?? 0)
  const messages = findings.flatMap(({ code, message }) => (code === 'schema-mismatch' && message ? [message] : []))
  if (messages.length > 0) return { lead, outcome: 'fails', messages: messages.slice(0, triedMessages) }
  return { lead, outcome: findings.length > 0 ? 'not-checked' : 'matches', messages: [] }
}
