import { AppError } from '@shared/app-error'
import type { NodeId } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import { type IndexedItem, indexDocument } from './document-index'
import { readNodeId } from './node-id'

/** What is chosen of a file: the whole, or some of its items. */
export type Chosen = { readonly fileName: string; readonly whole: boolean; readonly itemIds: readonly string[] }

/** Chosen nodes by file, in the order in which the files are named first. */
export function byFile(ids: readonly NodeId[]): readonly Chosen[] {
  const places = ids.map(readNodeId)
  return [...new Set(places.map(({ fileName }) => fileName))].map((fileName) => {
    const itemIds = places.filter((place) => place.fileName === fileName).map((place) => place.itemId)
    return { fileName, whole: itemIds.includes(null), itemIds: itemIds.filter((id) => id !== null) }
  })
}

/**
 * The chosen items in the order of the file, without those that stand in another chosen one and so go with it.
 * @throws AppError `node-not-found`
 */
export function topmost(document: JsonObject, itemIds: readonly string[]): readonly IndexedItem[] {
  const { items, byId } = indexDocument(document)
  if (itemIds.some((id) => !byId.has(id))) throw new AppError('node-not-found')
  const chosen = new Set(itemIds)
  const covered = new Set<string>()
  return items.filter(({ id, parentId }) => {
    const inside = parentId !== null && covered.has(parentId)
    if (inside || chosen.has(id)) covered.add(id)
    return chosen.has(id) && !inside
  })
}

/** The ids of items and all that is in them, in the order of the file. */
export function withDescendants(document: JsonObject, tops: readonly IndexedItem[]): readonly IndexedItem[] {
  const inside = new Set(tops.map(({ id }) => id))
  const { items } = indexDocument(document)
  for (const { id, parentId } of items) if (parentId !== null && inside.has(parentId)) inside.add(id)
  return items.filter(({ id }) => inside.has(id))
}
