import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { fromJsonPointer } from '@shared/lead/json-pointer'
import type { SchemaProblem, SchemaProblemCode } from '@shared/schema/schema-problem'
import type { ErrorObject } from 'ajv'
import { walkKeywords } from './walk-keywords'

/** Errors of a schema checked against the schema of schemas, one for each place, in plain codes. */
export function explainMetaErrors(errors: readonly ErrorObject[], schema: JsonObject): readonly SchemaProblem[] {
  const places = new Map<string, ErrorObject[]>()
  for (const error of errors) places.set(error.instancePath, [...(places.get(error.instancePath) ?? []), error])
  const pointers = [...places.keys()]
  const keywords = new Map(walkKeywords(schema).map(({ pointer, name }) => [pointer, name]))
  return (
    [...places]
      // What is said of a place says nothing more than what is said of a place within it.
      .filter(([pointer]) => !pointers.some((other) => other.startsWith(`${pointer}/`)))
      .map(([pointer, found]) => explainPlace(pointer, found, keywords.get(pointer), valueAt(schema, pointer)))
  )
}

function explainPlace(
  pointer: string,
  errors: readonly ErrorObject[],
  keyword: string | undefined,
  value: JsonValue | undefined,
): SchemaProblem {
  const name = fromJsonPointer(pointer).at(-1) ?? ''
  const problem = (code: SchemaProblemCode, params: SchemaProblem['params'] = {}): SchemaProblem => ({
    severity: 'error',
    code,
    pointer,
    params: { name, ...params },
  })
  const isInTypeList = keyword === undefined && /\/type\/\d+$/.test(pointer)
  if ((keyword === 'type' || isInTypeList) && errors.some((error) => error.keyword === 'enum'))
    return problem('type-unknown', { value: typeof value === 'string' ? value : JSON.stringify(value ?? null) })
  for (const error of errors) {
    switch (error.keyword) {
      case 'type':
        return problem(expectation(error.params.type))
      case 'minItems':
        return problem('list-empty')
      case 'uniqueItems':
        return problem('list-repeats')
      case 'minimum':
      case 'exclusiveMinimum':
        return problem('number-too-small')
      case 'format':
        if (error.params.format === 'regex') return problem('pattern-broken', { value: String(value) })
    }
  }
  return problem('not-valid', { detail: errors[0]?.message ?? '' })
}

/** @param type what Ajv expects: a name, or several of which the first counts */
function expectation(type: unknown): SchemaProblemCode {
  const first = Array.isArray(type) ? type[0] : String(type).split(',')[0]
  switch (first) {
    case 'array':
      return 'expects-list'
    case 'string':
      return 'expects-text'
    case 'number':
    case 'integer':
      return 'expects-number'
    case 'boolean':
      return 'expects-yes-or-no'
    default:
      return 'expects-object'
  }
}

function valueAt(schema: JsonObject, pointer: string): JsonValue | undefined {
  return fromJsonPointer(pointer).reduce<JsonValue | undefined>((value, step) => {
    if (value === undefined || value === null || typeof value !== 'object') return undefined
    return isJsonObject(value) ? value[step] : value[Number(step)]
  }, schema)
}
