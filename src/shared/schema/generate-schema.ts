import { isJsonObject, type JsonObject, type JsonValue } from '../json-value'

/**
 * *Use sample payload to generate schema*: the schema that Power Automate makes of a sample (facts §4). Key order as in
 * the sample; no `$schema`, `id`, `title` or, but for the items of a list of objects, `required`. Parsing has moved keys
 * that look like numbers to the front already: `sample-schema.ts` keeps them where they were.
 * @param nameOf a key of the sample as a property of the schema
 */
export function generateSchema(sample: JsonValue, nameOf: (key: string) => string = escapeKey): JsonObject {
  if (sample === null) return {}
  if (Array.isArray(sample)) return arraySchema(sample, nameOf)
  if (isJsonObject(sample)) return objectSchema(sample, nameOf)
  return { type: typeName(sample) }
}

/** `integer` for every whole number, `1.0` too: a parsed sample does not tell them apart. */
function typeName(value: JsonValue): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

type NameOf = (key: string) => string

function objectSchema(sample: JsonObject, nameOf: NameOf): JsonObject {
  return { type: 'object', properties: properties(Object.entries(sample), nameOf) }
}

function properties(entries: Iterable<readonly [string, JsonValue]>, nameOf: NameOf): JsonObject {
  const found: Record<string, JsonValue> = Object.create(null)
  for (const [key, value] of entries) found[nameOf(key)] = generateSchema(value, nameOf)
  return { ...found }
}

/** Empty or mixed lists say nothing of their items; of other lists but those of objects the first item speaks. */
function arraySchema(items: readonly JsonValue[], nameOf: NameOf): JsonObject {
  const [first] = items
  if (first === undefined || new Set(items.map(kindOf)).size > 1) return { type: 'array' }
  const objects = items.filter(isJsonObject)
  return {
    type: 'array',
    items: objects.length === items.length ? itemSchema(objects, nameOf) : generateSchema(first, nameOf),
  }
}

/** All keys of all items, the first item that has one telling its schema; required are those that every item has. */
function itemSchema(items: readonly JsonObject[], nameOf: NameOf): JsonObject {
  const merged = new Map<string, JsonValue>()
  for (const item of items) {
    for (const [key, value] of Object.entries(item)) if (!merged.has(key)) merged.set(key, value)
  }
  const required = [...merged.keys()].filter((key) => items.every((item) => Object.hasOwn(item, key)))
  return { type: 'object', properties: properties(merged, nameOf), required: required.map(nameOf) }
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeName(value)
}

/** What would be taken for a template expression: a beginning `@`, and `@{` anywhere. */
export function escapeKey(key: string): string {
  return key.replace(/^@|@(?=\{)/g, '@@')
}
