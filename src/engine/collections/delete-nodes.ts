import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@shared/app-error'
import type { NodeId } from '@shared/collection/tree'
import type { JsonObject, JsonValue } from '@shared/json-value'
import { byFile } from './chosen-items'
import type { CollectionStore } from './collection-store'
import { putBack, takeOut } from './deleted-items'
import type { FolderEditor } from './files/document-folder'
import { looseList, looseText } from './formats/loose-json'
import { publishOrder, type StoreParts } from './store-parts'
import { trashedName } from './trashed-secrets'

/**
 * Deletes nodes so that they can be taken back. What goes is in the trash, on disk, before it is removed from its file:
 * a crash in between leaves it in both places.
 */
export const deleteNodes =
  (parts: StoreParts): CollectionStore['delete'] =>
  (ids) =>
    parts.files.edit(async (editor) => {
      const chosen = byFile(ids)
      const whole = chosen.filter((file) => file.whole).map(({ fileName }) => fileName)
      if (whole.some((fileName) => parts.files.find(fileName) === null)) throw new AppError('node-not-found')
      const partly: {
        readonly fileName: string
        readonly itemIds: readonly string[]
        readonly deleted: readonly JsonObject[]
      }[] = []
      for (const { fileName, itemIds } of chosen.filter((file) => !file.whole)) {
        partly.push({ fileName, itemIds, deleted: takeOut(await editor.read(fileName), itemIds).deleted })
      }
      const items = partly.map(({ fileName, deleted }) => ({ fileName, deleted }))
      const undoToken = await parts.trash.begin({ items, files: whole, from: parts.files.path() })
      for (const { fileName, itemIds, deleted } of partly) {
        await editor.change(fileName, (document) => {
          const taken = takeOut(document, itemIds)
          // Another program has changed it in this very moment: what the trash holds would not be what goes.
          if (!isDeepStrictEqual(taken.deleted, deleted)) {
            throw new AppError('collection-changed-outside', { file: fileName })
          }
          return { content: taken.document, result: null }
        })
      }
      for (const fileName of whole) {
        await parts.trash.take(undoToken, parts.files.path(), fileName)
        parts.secrets.renameFile(fileName, trashedName(undoToken, fileName))
        parts.order.rename(fileName, trashedName(undoToken, fileName))
        await editor.reread(fileName)
      }
      return { undoToken, count: partly.reduce((sum, { deleted }) => sum + deleted.length, whole.length) }
    })

/** Takes a deletion back. Throws `node-not-found` when it was taken back before, or its collection is gone. */
export const restoreNodes =
  (parts: StoreParts): CollectionStore['restore'] =>
  (undoToken) =>
    parts.files.edit(async (editor) => {
      const { files, items } = await parts.trash.read(undoToken)
      for (const file of files) {
        const fileName = await editor.freeName(file.fileName)
        await parts.trash.giveBack(undoToken, file, join(parts.files.path(), fileName))
        parts.secrets.renameFile(trashedName(undoToken, file.fileName), fileName)
        parts.order.rename(trashedName(undoToken, file.fileName), fileName)
        await editor.reread(fileName)
      }
      for (const { fileName, deleted } of items) await restoreItems(editor, looseText(fileName), looseList(deleted))
      await parts.trash.discard(undoToken)
      if (files.length > 0) publishOrder(parts)
    })

async function restoreItems(
  editor: FolderEditor<JsonObject>,
  fileName: NodeId,
  deleted: readonly JsonValue[],
): Promise<void> {
  await editor.change(fileName, (document) => ({ content: putBack(document, deleted), result: null }))
}
