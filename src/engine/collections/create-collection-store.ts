import type { EngineEvent } from '@shared/contract/engine-events'
import type { JsonObject } from '@shared/json-value'
import type { SecretStore } from '../secrets/secret-store'
import type { ComposerStateTable } from '../storage/composer-state-table'
import { addDocument, createCollection } from './add-collection'
import { changeContainer, changeRequest, createItem, renameNode } from './change-nodes'
import { collectionExtension, collectionFormat } from './collection-format'
import { createCollectionOrder } from './collection-order'
import type { CollectionStore } from './collection-store'
import { deleteNodes, restoreNodes } from './delete-nodes'
import { duplicateNode } from './duplicate-node'
import { createDocumentFolder, type FolderChange } from './files/document-folder'
import { removeUnfinished } from './files/folder-names'
import { isSameFolder, moveFiles, prepareFolder } from './files/move-files'
import { createTrash } from './files/trash'
import { newExampleItem } from './formats/example'
import { newRequestItem } from './formats/write-item'
import { moveNodes } from './move-nodes'
import { toNodeId } from './node-id'
import { readContext, readNode, readRunnable, readTree } from './read-nodes'
import { fileNamesInOrder, locate, publishOrder, type StoreParts } from './store-parts'
import { purgeTrash } from './trashed-secrets'

export type CollectionStoreOptions = {
  /** Where the collections are; made when the first one is written. */
  readonly folder: string
  /** Where deleted things wait for their undo: a folder of its own in the data folder. */
  readonly trashFolder: string
  readonly secrets: SecretStore
  readonly state: ComposerStateTable
  readonly publish: (event: EngineEvent) => void
}

/** The folder is read with the first call, so that making the store costs the start nothing. */
export function createCollectionStore(options: CollectionStoreOptions): CollectionStore {
  const { secrets, publish } = options
  const order = createCollectionOrder(options.state)
  const trash = createTrash(options.trashFolder)
  const files = createDocumentFolder(options.folder, collectionFormat, publishChange)
  const parts: StoreParts = { files, secrets, order, trash, publish }
  let tidied = false

  function publishChange({ changed, removed, renamed, added }: FolderChange<JsonObject>): void {
    for (const [from, to] of renamed) {
      secrets.renameFile(from, to)
      order.rename(from, to)
    }
    for (const fileName of removed) publish({ type: 'collection-removed', id: toNodeId(fileName, null) })
    for (const file of changed) publish({ type: 'collection-changed', collection: readTree(file) })
    if (renamed.size + added.length > 0) publishOrder(parts)
  }

  async function refresh(): Promise<void> {
    await files.refresh()
    if (tidied) return
    tidied = true
    await removeUnfinished(files.path())
    await purgeTrash(trash, secrets)
  }

  return {
    folder: files.path,
    trees: () =>
      fileNamesInOrder(parts)
        .flatMap((fileName) => files.find(fileName) ?? [])
        .map(readTree),
    get: (id) => readNode(parts, id),
    context: (id) => readContext(parts, id),
    runnable: (id) => readRunnable(parts, id),
    document: (id) => locate(files, id).document,
    createCollection: (name, description) => createCollection(parts, name, description),
    addDocument: (document) => addDocument(parts, document),
    createFolder: (place, name) => createItem(parts, place, 'item', { name, item: [] }),
    createRequest: (place, content) => createItem(parts, place, 'item', newRequestItem(content)),
    createExample: (requestId, content) =>
      createItem(parts, { parentId: requestId, beforeId: null }, 'response', newExampleItem(content)),
    changeRequest: changeRequest(parts),
    changeContainer: changeContainer(parts),
    rename: renameNode(parts),
    move: moveNodes(parts),
    duplicate: duplicateNode(parts),
    delete: deleteNodes(parts),
    restore: restoreNodes(parts),
    useFolder: async (folder, move) => {
      if (await isSameFolder(files.path(), folder)) return
      await prepareFolder(folder)
      if (move) {
        await files.refresh()
        const names = files.files().map(({ fileName }) => fileName)
        const from = files.path()
        const renamed = await files.edit(() => moveFiles(names, from, folder, collectionExtension))
        for (const [old, name] of renamed) {
          if (old === name) continue
          secrets.renameFile(old, name)
          order.rename(old, name)
        }
      }
      await files.switchTo(folder)
      publishOrder(parts)
    },
    refresh,
    close: files.close,
  }
}
