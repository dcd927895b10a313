import { isJsonObject, type JsonObject, type JsonValue } from '../json-value'
import { leadFields } from '../lead/lead-field'
import { type Token, writeToken } from './template'

/** A token of the trigger that can be chosen. */
export type TriggerToken = {
  readonly token: Token
  /** As it stands in a text: `@{triggerBody()?['LeadSource']}`. */
  readonly written: string
  /** The last key of its path, e.g. `FirstName`; 'Body' and a header's name otherwise. */
  readonly name: string
  /** Where it is in the body: `UserDetails / FirstName`. */
  readonly path: string
  /** The type that the schema gives it, e.g. `string`; '' when it gives none. */
  readonly type: string
}

const mostTokens = 500
const mostDepth = 12

/**
 * What *Dynamic content* offers: the fields of the flow's schema, the whole body and the content type. Without a schema
 * that names fields, those of the documented lead.
 */
export function triggerTokens(schemaText: string): readonly TriggerToken[] {
  const found = schemaTokens(schemaText)
  const fields = found.length > 0 ? found : leadFields.map(({ path }) => bodyToken(path, 'string'))
  return [...fields, bodyToken([], 'object'), headerToken('Content-Type')]
}

/** A token as a chip shows it, also one that the schema does not know. */
export function tokenName(token: Token): string {
  if (token.source === 'header') return token.name
  const last = token.path.at(-1)
  return last === undefined ? 'Body' : typeof last === 'number' ? `${token.path.at(-2) ?? ''}[${last}]` : last
}

/** The fields that a schema names; none for a text that is no schema. */
export function schemaTokens(schemaText: string): readonly TriggerToken[] {
  const schema = parse(schemaText)
  const tokens: TriggerToken[] = []
  if (isJsonObject(schema)) collect(schema, [], tokens)
  return tokens
}

function collect(schema: JsonObject, path: readonly string[], tokens: TriggerToken[]): void {
  const { properties } = schema
  if (!isJsonObject(properties) || path.length > mostDepth) return
  for (const [written, value] of Object.entries(properties)) {
    if (tokens.length >= mostTokens) return
    // A key that begins like an expression is escaped in the schema (facts §4).
    const here = [...path, written.startsWith('@@') ? written.slice(1) : written]
    const type = isJsonObject(value) ? typeOf(value) : ''
    const isParent = isJsonObject(value) && isJsonObject(value.properties)
    if (isParent) collect(value, here, tokens)
    else tokens.push(bodyToken(here, type))
  }
}

function typeOf(schema: JsonObject): string {
  const { type } = schema
  if (typeof type === 'string') return type
  return Array.isArray(type) ? type.filter((name) => typeof name === 'string' && name !== 'null').join(' / ') : ''
}

function bodyToken(path: readonly string[], type: string): TriggerToken {
  const token: Token = { source: 'body', path }
  return { token, written: writeToken(token), name: tokenName(token), path: path.join(' / '), type }
}

function headerToken(name: string): TriggerToken {
  const token: Token = { source: 'header', name }
  return { token, written: writeToken(token), name, path: '', type: 'string' }
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}
