import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { inheritId } from './item-id'

/** A change of a document; objects are named by being the very ones that stand in it. */
export type Rearrangement = {
  readonly remove?: ReadonlySet<JsonObject>
  /** An item with its children as they are to be. */
  readonly replace?: ReadonlyMap<JsonObject, JsonObject>
  readonly insert?: Insertion
}

export type Insertion = {
  /** The document itself, a folder, or for examples a request. */
  readonly parent: JsonObject
  readonly list: 'item' | 'response'
  /** null puts them last. It may be removed by the same change. */
  readonly before: JsonObject | null
  readonly items: readonly JsonObject[]
}

/** The document after the change. What is not touched stays the same object, down to the document itself. */
export function rearrange(document: JsonObject, change: Rearrangement): JsonObject {
  return rebuild(document, change)
}

function rebuild(raw: JsonObject, change: Rearrangement): JsonObject {
  const replaced = change.replace?.get(raw)
  if (replaced !== undefined) return replaced
  let result = raw
  for (const list of ['item', 'response'] as const) {
    const insert = change.insert?.parent === raw && change.insert.list === list ? change.insert : null
    const children = raw[list]
    if (!Array.isArray(children) && insert === null) continue
    const before: readonly JsonValue[] = Array.isArray(children) ? children : []
    const after = rebuildList(before, change, insert)
    if (!Array.isArray(children) || !sameItems(before, after)) result = { ...result, [list]: after }
  }
  if (result !== raw) inheritId(raw, result)
  return result
}

function rebuildList(
  children: readonly JsonValue[],
  change: Rearrangement,
  insert: Insertion | null,
): readonly JsonValue[] {
  const after: JsonValue[] = []
  let inserted = false
  for (const child of children) {
    if (insert && insert.before !== null && child === insert.before) {
      after.push(...insert.items)
      inserted = true
    }
    if (!isJsonObject(child)) after.push(child)
    else if (!change.remove?.has(child)) after.push(rebuild(child, change))
  }
  if (insert && !inserted) after.push(...insert.items)
  return after
}

function sameItems(one: readonly JsonValue[], other: readonly JsonValue[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
