import { isDeepStrictEqual } from 'node:util'
import type { JsonObject, JsonValue } from '@shared/json-value'

// Edits that give back the same object when nothing changed, and keep the order of its keys when something did: a file
// under version control then differs only in the line that was edited.

/**
 * An object with one key set. A key that is there keeps its place; a new one goes before the first of `order` that comes
 * after it, else to the end.
 */
export function withKey(object: JsonObject, key: string, value: JsonValue, order: readonly string[] = []): JsonObject {
  if (Object.hasOwn(object, key)) {
    if (isDeepStrictEqual(object[key], value)) return object
    return Object.fromEntries(Object.entries(object).map(([name, old]) => [name, name === key ? value : old]))
  }
  const later = new Set(order.slice(order.indexOf(key) + 1))
  const entries = Object.entries(object)
  const place = order.includes(key) ? entries.findIndex(([name]) => later.has(name)) : -1
  entries.splice(place < 0 ? entries.length : place, 0, [key, value])
  return Object.fromEntries(entries)
}

/** An object without a key. */
export function withoutKey(object: JsonObject, key: string): JsonObject {
  if (!Object.hasOwn(object, key)) return object
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
}

/** Sets a key, or takes it away for `undefined`. */
export function withKeyOrNone(
  object: JsonObject,
  key: string,
  value: JsonValue | undefined,
  order: readonly string[] = [],
): JsonObject {
  return value === undefined ? withoutKey(object, key) : withKey(object, key, value, order)
}
