import { AppError } from '@shared/app-error'
import type { Flow } from '@shared/flow/flow'
import type { Finding } from '@shared/lead/finding'
import { leadSchemas } from '@shared/lead/lead-schemas'
import { recognise } from '@shared/lead/recognise'
import { parseJson } from '../ingest/parse-json'
import type { SchemaChecker } from '../schema/schema-checker'
import { fillBareVariables } from './fill-bare-variables'

/**
 * What a flow would say to a body before it is sent: the findings of reading and recognising it, then the schema's.
 * @param flow whose schema counts; null takes the articles' 2020 schema
 * @throws AppError of a schema that cannot be used
 */
export async function checkBody(text: string, flow: Flow | null, schemas: SchemaChecker): Promise<readonly Finding[]> {
  if (text.trim() === '') return []
  const parsed = parseJson(fillBareVariables(text))
  if (!parsed.ok) return [parsed.finding]
  const schema = schemas.prepare(flow?.schemaText ?? leadSchemas['2020'])
  if (!schema.ok) throw new AppError(schema.error.code, schema.error.params)
  const findings = await schema.check(parsed.value, text.length)
  return [...(recognise(parsed.value)?.findings ?? []), ...findings]
}
