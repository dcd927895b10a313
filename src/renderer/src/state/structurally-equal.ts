/**
 * Whether two pieces of plain data (JSON values) say the same. Keys that are `undefined` count as absent; the order of
 * keys does not matter. Parts that are the same object are not looked into, so that large drafts compare quickly.
 */
export function structurallyEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((item, index) => structurallyEqual(item, other[index]))
  }
  const first = new Map(definedEntries(one))
  const second = definedEntries(other)
  return first.size === second.length && second.every(([key, value]) => structurallyEqual(first.get(key), value))
}

function definedEntries(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined)
}
