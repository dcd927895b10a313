import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'

const dataKeywords: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'example'])
const namedSchemas: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'definitions', '$defs'])

/**
 * A schema without the `id`s of its parts. Nothing refers to them, and pasted schemas repeat them freely, which a
 * compiler refuses and a flow does not mind.
 */
export function withoutIds(schema: JsonObject): JsonObject {
  const copy: Record<string, JsonValue> = {}
  for (const [key, part] of Object.entries(schema)) {
    if ((key === 'id' || key === '$id') && typeof part === 'string') continue
    define(copy, key, dataKeywords.has(key) ? part : stripped(part, namedSchemas.has(key)))
  }
  return copy
}

function stripped(value: JsonValue, isNames: boolean): JsonValue {
  if (typeof value !== 'object' || value === null) return value
  if (!isJsonObject(value)) return value.map((item) => stripped(item, false))
  if (!isNames) return withoutIds(value)
  const copy: Record<string, JsonValue> = {}
  for (const [name, part] of Object.entries(value)) define(copy, name, stripped(part, false))
  return copy
}

/** Plain assignment would set the prototype for a key `__proto__`. */
function define(target: Record<string, JsonValue>, key: string, value: JsonValue): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}
