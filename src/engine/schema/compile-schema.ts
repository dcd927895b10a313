import type { AppErrorData } from '@shared/app-error'
import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import type { Finding } from '@shared/lead/finding'
import type { ValidateFunction } from 'ajv'
import { createAjv } from './create-ajv'
import { inspectSchema } from './inspect-schema'
import { schemaFindings } from './schema-findings'
import { withoutIds } from './without-ids'

export type CompiledSchema =
  | {
      readonly ok: true
      /** Errors with the trigger's wordings, at most 50; empty: the body matches. */
      readonly validate: (body: JsonValue) => readonly Finding[]
      /** The schema has a pattern or the like whose check can take unbounded time: never call `validate` in the receiver's thread. */
      readonly maybeSlow: boolean
      /** What is odd in the schema although it can be used, in Ajv's technical English. */
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly error: AppErrorData }

/** The design's limit, in characters. */
export const schemaTextLimit = 65_536

const noFindings: readonly Finding[] = []
const endlessCheck: Finding = { severity: 'warning', code: 'schema-check-endless', pointer: '' }

/**
 * Compiles a "Request Body JSON Schema"; '' means none and matches everything. Errors, never thrown: `schema-not-json`
 * {detail}, `schema-not-valid` {detail}, `schema-too-large` {limit}.
 */
export function compileSchema(schemaText: string): CompiledSchema {
  if (schemaText.length > schemaTextLimit) return failure('schema-too-large', { limit: schemaTextLimit })
  if (schemaText.trim() === '') return matchesEverything
  let schema: JsonValue
  try {
    schema = JSON.parse(schemaText)
  } catch (error) {
    return failure('schema-not-json', { detail: messageOf(error) })
  }
  if (schema === true) return matchesEverything
  if (!isJsonObject(schema)) return failure('schema-not-valid', { detail: 'The schema is not a JSON object.' })
  return compileObject(schema)
}

const matchesEverything: CompiledSchema = { ok: true, validate: () => noFindings, maybeSlow: false, warnings: [] }

function compileObject(schema: JsonObject): CompiledSchema {
  const { draft, formats, maybeSlow, hasReferences, remoteReference, tooDeep } = inspectSchema(schema)
  if (tooDeep) return failure('schema-not-valid', { detail: 'It is nested deeper than 100 levels.' })
  if (remoteReference !== null) {
    const detail = `$ref "${remoteReference}" points outside the schema; nothing is loaded from the network.`
    return failure('schema-not-valid', { detail })
  }
  const warnings: string[] = []
  let check: ValidateFunction
  try {
    const ajv = createAjv(draft, formats, (text) => warnings.push(text))
    // Ajv would look for the meta-schema under exactly the name that `$schema` has. Ids matter only to references.
    const { $schema: _, ...rest } = hasReferences ? schema : withoutIds(schema)
    check = ajv.compile(rest)
  } catch (error) {
    return failure('schema-not-valid', { detail: messageOf(error) })
  }
  const validate = (body: JsonValue): readonly Finding[] => {
    try {
      return check(body) ? noFindings : schemaFindings(check.errors ?? [], body)
    } catch (error) {
      // A `$ref` that leads back to itself without going deeper into the body recurses until the stack is full.
      if (error instanceof RangeError) return [endlessCheck]
      throw error
    }
  }
  return { ok: true, validate, maybeSlow, warnings }
}

function failure(code: AppErrorData['code'], params: AppErrorData['params']): CompiledSchema {
  return { ok: false, error: { code, params } }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
