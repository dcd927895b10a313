import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { fromJsonPointer } from '@shared/lead/json-pointer'
import type { SchemaProblem } from '@shared/schema/schema-problem'
import { compileSchema, schemaTextLimit } from './compile-schema'
import { createAjv } from './create-ajv'
import { explainMetaErrors } from './explain-meta-errors'
import { inspectSchema } from './inspect-schema'
import { walkKeywords } from './walk-keywords'

/**
 * What is wrong or odd in a "Request Body JSON Schema", each in its place. Empty where there is nothing to say; errors
 * only where {@link compileSchema} refuses it.
 */
export function explainSchema(schemaText: string): readonly SchemaProblem[] {
  const compiled = compileSchema(schemaText)
  if (!compiled.ok) return explainError(schemaText, String(compiled.error.params.detail ?? ''))
  if (compiled.warnings.length === 0) return []
  const schema: JsonValue = JSON.parse(schemaText)
  return isJsonObject(schema) ? explainWarnings(schema, compiled.warnings) : []
}

function explainError(schemaText: string, detail: string): readonly SchemaProblem[] {
  if (schemaText.length > schemaTextLimit) return [error('too-large', '', { limit: schemaTextLimit })]
  let schema: JsonValue
  try {
    schema = JSON.parse(schemaText)
  } catch {
    return [error('not-json', '', { detail })]
  }
  if (!isJsonObject(schema)) return [error('not-an-object', '')]
  const { draft, formats, tooDeep, remoteReference } = inspectSchema(schema)
  if (tooDeep) return [error('too-deep', '', { limit: 100 })]
  const references = walkKeywords(schema).filter(({ name }) => name === '$ref')
  if (remoteReference !== null) {
    const pointer = references.find(({ value }) => value === remoteReference)?.pointer ?? ''
    return [error('reference-remote', pointer, { reference: remoteReference })]
  }
  const { $schema: _, ...rest } = schema
  const ajv = createAjv(draft, formats, () => undefined)
  // A promise comes only of schemas that say they are asynchronous, which the specification does not know.
  if (ajv.validateSchema(rest) !== true) {
    const problems = explainMetaErrors(ajv.errors ?? [], rest)
    if (problems.length > 0) return problems
  }
  const missing = /can't resolve reference (\S+)/.exec(detail)?.[1]
  const pointer = references.find(({ value }) => value === missing)?.pointer
  if (pointer !== undefined) return [error('reference-missing', pointer, { reference: missing ?? '' })]
  const broken = walkKeywords(schema).find(({ name, value }) => name === 'pattern' && !isPattern(value))
  if (broken) return [error('pattern-broken', broken.pointer, { value: String(broken.value) })]
  return [error('not-valid', '', { detail })]
}

function isPattern(value: JsonValue): boolean {
  try {
    // As the schema is compiled: without the flag that makes patterns stricter.
    new RegExp(String(value))
    return true
  } catch {
    return false
  }
}

/** Ajv names the keyword or format but not its place: every place that has it is meant. */
function explainWarnings(schema: JsonObject, warnings: readonly string[]): readonly SchemaProblem[] {
  const keywords = walkKeywords(schema)
  const problems = [...new Set(warnings)].flatMap((text): readonly SchemaProblem[] => {
    const keyword = /unknown keyword: "(.+)"/.exec(text)?.[1]
    const format = /unknown format "(.+)" ignored/.exec(text)?.[1]
    if (keyword !== undefined) {
      const places = keywords.filter(({ name }) => name === keyword)
      return places.map(({ pointer }) => warning('keyword-unknown', pointer, { name: keyword }))
    }
    if (format !== undefined) {
      const places = keywords.filter(({ name, value }) => name === 'format' && value === format)
      return places.map(({ pointer }) => warning('format-unknown', pointer, { name: format }))
    }
    const property = fromJsonPointer(/"#(\/[^"]*)"/.exec(text)?.[1] ?? '').at(-1)
    return [warning('odd', '', { detail: text.replace(/^strict mode: /, ''), name: property ?? '' })]
  })
  return problems.slice(0, mostWarnings)
}

const mostWarnings = 100

function error(code: SchemaProblem['code'], pointer: string, params: SchemaProblem['params'] = {}): SchemaProblem {
  return { severity: 'error', code, pointer, params }
}

function warning(code: SchemaProblem['code'], pointer: string, params: SchemaProblem['params']): SchemaProblem {
  return { severity: 'warning', code, pointer, params }
}
