import { isJsonObject, type JsonValue } from '../json-value'

/** Deeper values than this are taken for different: a hostile answer must not exhaust the stack. */
const deepest = 500

/** Equal as JSON: the order of an object's members does not count, that of an array's items does. */
export function jsonEqual(one: JsonValue, other: JsonValue, depth = 0): boolean {
  if (one === other) return true
  if (depth > deepest) return false
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => jsonEqual(item, other[at] ?? null, depth + 1))
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every(
    (name) => Object.hasOwn(other, name) && jsonEqual(one[name] ?? null, other[name] ?? null, depth + 1),
  )
}
