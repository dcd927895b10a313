import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/app-error'
import { assertNever } from '@shared/assert-never'
import type { NodeId } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import type { CollectionStore } from './collection-store'
import { type IndexedItem, indexDocument } from './document-index'
import { fileTexts } from './file-texts'
import { writeContainer } from './formats/container'
import { withKey } from './formats/object-edit'
import { writeRequestItem } from './formats/write-item'
import { withItemId } from './item-id'
import { readNodeId, toNodeId } from './node-id'
import { readTree } from './read-nodes'
import { type Insertion, rearrange } from './rearrange'
import { checkRevision, revisionOf } from './revision'
import { findItem, type StoreParts } from './store-parts'

/** Adds a new item or example and gives its id. The raw item gets an id of its own. */
export function createItem(
  { files }: StoreParts,
  place: { readonly parentId: NodeId; readonly beforeId: NodeId | null },
  list: Insertion['list'],
  raw: JsonObject,
): Promise<NodeId> {
  const { fileName, itemId } = readNodeId(place.parentId)
  const beforeId = place.beforeId === null ? null : readNodeId(place.beforeId).itemId
  const id = randomUUID()
  return files.edit((editor) =>
    editor.change(fileName, (document) => {
      const parent = findParent(document, itemId, list)
      const before = findBefore(document, itemId, beforeId)
      const insert = { parent, list, before, items: [withItemId(raw, id)] }
      return { content: rearrange(document, { insert }), result: toNodeId(fileName, id) }
    }),
  )
}

/** The raw parent that such items may stand in. @throws AppError `node-not-found`, `bad-input` */
export function findParent(document: JsonObject, itemId: string | null, list: Insertion['list']): JsonObject {
  const item = findItem(document, itemId)
  const holds = item?.kind === 'request' ? 'response' : item?.kind === 'example' ? null : 'item'
  if (holds !== list) throw new AppError('bad-input', { detail: fileTexts.notThere })
  return item?.raw ?? document
}

/** The raw sibling to stand before; one that is no longer a child of the parent means the end. */
export function findBefore(document: JsonObject, parentId: string | null, beforeId: string | null): JsonObject | null {
  const before = beforeId === null ? undefined : indexDocument(document).byId.get(beforeId)
  return before && before.parentId === parentId ? before.raw : null
}

export const changeRequest =
  (parts: StoreParts): CollectionStore['changeRequest'] =>
  (id, revision, changes) =>
    changeItem(parts, id, (item, fileName) => {
      if (item?.kind !== 'request') throw new AppError('node-not-found')
      checkRevision(item.raw, revision, changes.name, fileName)
      return writeRequestItem(item.raw, changes)
    })

export const changeContainer =
  (parts: StoreParts): CollectionStore['changeContainer'] =>
  async (id, revision, changes) => {
    const { fileName, itemId } = readNodeId(id)
    const owner = { fileName, itemId }
    const result = await changeItem(parts, id, (item, _file, document) => {
      if (item !== null && item.kind !== 'folder') throw new AppError('node-not-found')
      const raw = item?.raw ?? document
      checkRevision(raw, revision, changes.name, fileName)
      const variables = changes.variables && parts.secrets.keep(owner, changes.variables)
      const written = writeContainer(raw, { ...changes, variables })
      // A secret is found again by the folder's id, so that has to be in the file.
      return item && variables?.some(({ secret }) => secret) ? withItemId(written, item.id) : written
    })
    if (changes.variables) {
      parts.secrets.forgetOthers(owner, changes.variables)
      // The file may be the same when only a secret has changed, and who shows its variables must hear of it all the same.
      const file = parts.files.find(fileName)
      if (file) parts.publish({ type: 'collection-changed', collection: readTree(file) })
    }
    return result
  }

export const renameNode =
  (parts: StoreParts): CollectionStore['rename'] =>
  async (id, name) => {
    await changeItem(parts, id, (item, _file, document) => {
      const kind = item?.kind ?? 'collection'
      const raw = item?.raw ?? document
      switch (kind) {
        case 'collection':
        case 'folder':
          return writeContainer(raw, { name })
        case 'request':
          return writeRequestItem(raw, { name })
        case 'example':
          return withKey(raw, 'name', name, ['name', 'id', 'originalRequest'])
        default:
          return assertNever(kind)
      }
    })
  }

/** Replaces an item (or the document) by what `change` makes of it; the same object writes nothing. Gives the revision. */
function changeItem(
  { files }: StoreParts,
  id: NodeId,
  change: (item: IndexedItem | null, fileName: string, document: JsonObject) => JsonObject,
): Promise<string> {
  const { fileName, itemId } = readNodeId(id)
  return files.edit((editor) =>
    editor.change(fileName, (document) => {
      const item = findItem(document, itemId)
      const raw = item?.raw ?? document
      const changed = change(item, fileName, document)
      if (changed === raw) return { content: document, result: revisionOf(raw) }
      const saved = item === null ? changed : withItemId(changed, item.id)
      return { content: rearrange(document, { replace: new Map([[raw, saved]]) }), result: revisionOf(saved) }
    }),
  )
}
