import { AppError } from '@shared/app-error'
import type { NodeId } from '@shared/collection/tree'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { JsonObject } from '@shared/json-value'
import type { SecretStore } from '../secrets/secret-store'
import type { CollectionOrder } from './collection-order'
import { type IndexedItem, indexDocument } from './document-index'
import type { DocumentFolder } from './files/document-folder'
import type { Trash } from './files/trash'
import { readNodeId, toNodeId } from './node-id'

/** What the parts of the collections' store share. */
export type StoreParts = {
  readonly files: DocumentFolder<JsonObject>
  readonly secrets: SecretStore
  readonly order: CollectionOrder
  readonly trash: Trash
  readonly publish: (event: EngineEvent) => void
}

/** A node in the document as it is now; `item` null is the collection itself. */
export type Located = {
  readonly fileName: string
  readonly document: JsonObject
  readonly item: IndexedItem | null
}

/** @throws AppError `node-not-found`, `collection-unreadable` {name, detail} */
export function locate(files: DocumentFolder<JsonObject>, id: NodeId): Located {
  const { fileName, itemId } = readNodeId(id)
  const file = files.find(fileName)
  if (file === null) throw new AppError('node-not-found')
  if (file.content === null) {
    throw new AppError('collection-unreadable', { name: fileName, detail: String(file.problem?.params.detail ?? '') })
  }
  return { fileName, document: file.content, item: findItem(file.content, itemId) }
}

/** null is the collection itself. @throws AppError `node-not-found` */
export function findItem(document: JsonObject, itemId: string | null): IndexedItem | null {
  if (itemId === null) return null
  const item = indexDocument(document).byId.get(itemId)
  if (item === undefined) throw new AppError('node-not-found')
  return item
}

/** The folders that an item stands in, the innermost first. */
export function foldersAround(document: JsonObject, item: IndexedItem | null): readonly IndexedItem[] {
  const { byId } = indexDocument(document)
  const folders: IndexedItem[] = []
  let next = item?.parentId
  while (next) {
    const parent = byId.get(next)
    if (parent === undefined) break
    if (parent.kind === 'folder') folders.push(parent)
    next = parent.parentId
  }
  return folders
}

/** The collections in their order. */
export function fileNamesInOrder({ files, order }: Pick<StoreParts, 'files' | 'order'>): readonly string[] {
  return order.sort(files.files().map((file) => file.fileName))
}

export function publishOrder(parts: Pick<StoreParts, 'files' | 'order' | 'publish'>): void {
  parts.publish({
    type: 'collections-ordered',
    ids: fileNamesInOrder(parts).map((fileName) => toNodeId(fileName, null)),
  })
}
