import { AppError } from '@shared/app-error'
import type { JsonObject } from '@shared/json-value'
import { fillText } from '@shared/text/fill-text'
import { nameOf } from './describe-item'
import { fileTexts } from './file-texts'
import { objectsIn } from './formats/loose-json'
import { isFolderItem } from './formats/read-item'
import { derivedId, itemIdOf, rememberedId, rememberId } from './item-id'

/** A folder, request or example of a v2.1 document. */
export type IndexedItem = {
  readonly kind: 'folder' | 'request' | 'example'
  readonly id: string
  /** null: it stands at the top of the collection. */
  readonly parentId: string | null
  /** The item itself in the document: told apart from all others by being this very object. */
  readonly raw: JsonObject
}

export type DocumentIndex = {
  /** In the order of the file, parents before their children. */
  readonly items: readonly IndexedItem[]
  readonly byId: ReadonlyMap<string, IndexedItem>
}

/** Real collections have a handful of levels; a hostile one must not exhaust the stack. */
const deepest = 100

const indexes = new WeakMap<JsonObject, DocumentIndex>()

/**
 * The items of a document by their ids, made once for each version of it.
 * @throws AppError `collection-unreadable` {name, detail} for folders nested more than 100 deep
 */
export function indexDocument(document: JsonObject): DocumentIndex {
  const known = indexes.get(document)
  if (known) return known
  const index = makeIndex(document)
  indexes.set(document, index)
  return index
}

/** The children of a collection, folder (`item`) or request (`response`) that are objects; the rest stays in the file. */
export function childrenOf(raw: JsonObject, list: 'item' | 'response'): readonly JsonObject[] {
  return objectsIn(raw[list])
}

type Found = { readonly kind: IndexedItem['kind']; readonly raw: JsonObject; readonly parent: Found | null }

function makeIndex(document: JsonObject): DocumentIndex {
  const found: Found[] = []
  collect(document, null, found, 0)
  const taken = new Set<string>()
  const ids = new Map<Found, string>()
  // What the file says goes first: an id that was derived must never push one aside.
  for (const idOf of [itemIdOf, rememberedId]) {
    for (const entry of found) {
      const id = idOf(entry.raw)
      if (id === null || ids.has(entry) || taken.has(id)) continue
      taken.add(id)
      ids.set(entry, id)
    }
  }
  const items = found.map((entry): IndexedItem => {
    const parentId = entry.parent && (ids.get(entry.parent) ?? null)
    const id = ids.get(entry) ?? freeId(entry, parentId, taken)
    ids.set(entry, id)
    return { kind: entry.kind, id, parentId, raw: entry.raw }
  })
  return { items, byId: new Map(items.map((item) => [item.id, item])) }
}

function collect(container: JsonObject, parent: Found | null, found: Found[], depth: number): void {
  if (depth > deepest) {
    throw new AppError('collection-unreadable', {
      name: '',
      detail: fillText(fileTexts.foldersTooDeep, { deepest }),
    })
  }
  for (const raw of childrenOf(container, 'item')) {
    const entry: Found = { kind: isFolderItem(raw) ? 'folder' : 'request', raw, parent }
    found.push(entry)
    if (entry.kind === 'folder') collect(raw, entry, found, depth + 1)
    else for (const example of childrenOf(raw, 'response')) found.push({ kind: 'example', raw: example, parent: entry })
  }
}

function freeId(entry: Found, parentId: string | null, taken: Set<string>): string {
  for (let ordinal = 0; ; ordinal++) {
    const id = derivedId(parentId, entry.kind, nameOf(entry.raw), ordinal)
    if (taken.has(id)) continue
    taken.add(id)
    rememberId(entry.raw, id)
    return id
  }
}
