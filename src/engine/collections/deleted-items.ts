import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { topmost } from './chosen-items'
import { childrenOf, indexDocument } from './document-index'
import { looseList, looseText } from './formats/loose-json'
import { itemIdOf, withNewIds } from './item-id'
import { rearrange } from './rearrange'
import { foldersAround } from './store-parts'

/** An item that was deleted, and what is needed to put it back where it was. */
type DeletedItem = {
  readonly id: string
  readonly list: 'item' | 'response'
  /** What it stood in, and what that stood in: the next that still exists takes it. Empty at the top. */
  readonly around: readonly string[]
  /** The siblings behind it, nearest first. */
  readonly behind: readonly string[]
  readonly raw: JsonObject
}

/** How many siblings behind an item are noted; when all of them are gone too, it goes to the end. */
const notedSiblings = 50

/** Takes items out of a document; the JSON says how to put them back. @throws AppError `node-not-found` */
export function takeOut(
  document: JsonObject,
  itemIds: readonly string[],
): { readonly document: JsonObject; readonly deleted: readonly JsonObject[] } {
  const { items, byId } = indexDocument(document)
  const tops = topmost(document, itemIds)
  const idOf = new Map(items.map(({ raw, id }) => [raw, id]))
  const deleted = tops.map((item): DeletedItem => {
    const list = item.kind === 'example' ? 'response' : 'item'
    const parent = item.parentId === null ? undefined : byId.get(item.parentId)
    const siblings = childrenOf(parent?.raw ?? document, list)
    const at = siblings.indexOf(item.raw)
    return {
      id: item.id,
      list,
      around: list === 'response' && parent ? [parent.id] : foldersAround(document, item).map(({ id }) => id),
      behind: siblings.slice(at + 1, at + 1 + notedSiblings).map((sibling) => idOf.get(sibling) ?? ''),
      raw: item.raw,
    }
  })
  return { document: rearrange(document, { remove: new Set(tops.map(({ raw }) => raw)) }), deleted }
}

/**
 * Puts deleted items back: where they were, or as near as what exists now allows. One that is there already (another
 * program brought it back) is left alone, and one whose id is used by something else gets new ids.
 */
export function putBack(document: JsonObject, deleted: readonly JsonValue[]): JsonObject {
  // From the last: each then finds the sibling behind it in its place again.
  return deleted.map(readDeleted).reduceRight<JsonObject>((now, item) => (item ? putOneBack(now, item) : now), document)
}

function putOneBack(document: JsonObject, { id, list, around, behind, raw }: DeletedItem): JsonObject {
  const { byId } = indexDocument(document)
  // Without an id of its own it cannot be told from a twin, and twice is better than lost.
  const present = itemIdOf(raw) === null ? undefined : byId.get(id)
  if (present && isDeepStrictEqual(present.raw, raw)) return document
  const holder = around.map((parentId) => byId.get(parentId)).find((item) => item !== undefined)
  // An example without its request has no place.
  if (list === 'response' && holder?.kind !== 'request') return document
  const parent = holder?.raw ?? document
  const before = behind.map((siblingId) => byId.get(siblingId)).find((item) => item?.parentId === (holder?.id ?? null))
  const items = [present ? withNewIds(raw) : raw]
  return rearrange(document, { insert: { parent, list, before: before?.raw ?? null, items } })
}

/** The record comes from a file, so it is read like one. */
function readDeleted(value: JsonValue): DeletedItem | null {
  if (!isJsonObject(value) || !isJsonObject(value.raw)) return null
  return {
    id: looseText(value.id),
    list: value.list === 'response' ? 'response' : 'item',
    around: texts(value.around),
    behind: texts(value.behind),
    raw: value.raw,
  }
}

function texts(value: JsonValue | undefined): readonly string[] {
  return looseList(value).map(looseText)
}
