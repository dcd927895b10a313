import { createHash, randomUUID } from 'node:crypto'
import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { withKey } from './formats/object-edit'

/** Longer ones could not travel as part of a node's id. */
const longestId = 1000

/** The id that the file gives an item or example; older exports of Postman call it `_postman_id`. */
export function itemIdOf(raw: JsonObject): string | null {
  for (const id of [raw.id, raw._postman_id]) {
    if (typeof id === 'string' && id !== '' && id.length <= longestId) return id
  }
  return null
}

/** What an exporter writes after an item's id. */
const afterId = ['id', '_postman_id', 'description', 'event', 'item', 'request', 'response', 'auth', 'variable', 'code']

/** The item with this id, in the place where one stands already or else after its name. */
export function withItemId(raw: JsonObject, id: string): JsonObject {
  if (itemIdOf(raw) === id) return raw
  return withKey(raw, raw.id === undefined && raw._postman_id !== undefined ? '_postman_id' : 'id', id, afterId)
}

/** The item, all items in it and their examples with new ids: a copy that can stand beside the original. */
export function withNewIds(raw: JsonObject): JsonObject {
  const entries = Object.entries(withItemId(raw, randomUUID())).map(([key, value]): [string, JsonValue] => {
    const children = (key === 'item' || key === 'response') && Array.isArray(value)
    return [key, children ? value.map((child: JsonValue) => (isJsonObject(child) ? withNewIds(child) : child)) : value]
  })
  return Object.fromEntries(entries)
}

/**
 * The id of an item that the file gives none, or one that another item has already: the same as long as its name and
 * what it stands in are. In the form of a UUID, since it is written into the file once the item itself is saved.
 */
export function derivedId(parentId: string | null, kind: string, name: string, ordinal: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([parentId, kind, name, ordinal]))
    .digest()
  // Version 8 of RFC 9562 is for ids made by one's own rule.
  digest[6] = 0x80 | ((digest[6] ?? 0) & 0x0f)
  digest[8] = 0x80 | ((digest[8] ?? 0) & 0x3f)
  const hex = digest.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

// Twins of one name are told apart by their order, which changes when one goes. As long as an object lives, so does its id.
const derivedIds = new WeakMap<JsonObject, string>()

/** The id that was derived for this very object before; null where none was. */
export function rememberedId(raw: JsonObject): string | null {
  return derivedIds.get(raw) ?? null
}

export function rememberId(raw: JsonObject, id: string): void {
  derivedIds.set(raw, id)
}

/** The object that takes the place of another, with other children, is the same item. */
export function inheritId(from: JsonObject, to: JsonObject): void {
  const id = rememberedId(from)
  if (id !== null) rememberId(to, id)
}
