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
 * a crash in between leaves it in both places. All go or none: when one cannot, the others are brought back.
 */
export const deleteNodes =
  (parts: StoreParts): CollectionStore['delete'] =>
  (ids) =>
    parts.files.edit(async (editor) => {
      const chosen = byFile(ids)
      const whole = chosen.filter((file) => file.whole).map(({ fileName }) => fileName)
      if (whole.some((fileName) => parts.files.find(fileName) === null)) throw new AppError('node-not-found')
      const partly: PartlyDeleted[] = []
      for (const { fileName, itemIds } of chosen.filter((file) => !file.whole)) {
        partly.push({ fileName, itemIds, deleted: takeOut(await editor.read(fileName), itemIds).deleted })
      }
      const items = partly.map(({ fileName, deleted }) => ({ fileName, deleted }))
      const undoToken = await parts.trash.begin({ items, files: whole, from: parts.files.path() })
      const done = new Set<string>()
      try {
        for (const part of partly) {
          await deleteItems(editor, part)
          done.add(part.fileName)
        }
        for (const fileName of whole) {
          await deleteFile(parts, editor, undoToken, fileName)
          done.add(fileName)
        }
      } catch (error) {
        await bringBack(parts, editor, undoToken, done)
        throw error
      }
      return { undoToken, count: partly.reduce((sum, { deleted }) => sum + deleted.length, whole.length) }
    })

/** Takes a deletion back. Throws `node-not-found` when it was taken back before, or its collection is gone. */
export const restoreNodes =
  (parts: StoreParts): CollectionStore['restore'] =>
  (undoToken) =>
    parts.files.edit((editor) => bringBack(parts, editor, undoToken, null))

type PartlyDeleted = {
  readonly fileName: string
  readonly itemIds: readonly string[]
  readonly deleted: readonly JsonObject[]
}

async function deleteItems(
  editor: FolderEditor<JsonObject>,
  { fileName, itemIds, deleted }: PartlyDeleted,
): Promise<void> {
  await editor.change(fileName, (document) => {
    const taken = takeOut(document, itemIds)
    // Another program has changed it in this very moment: what the trash holds would not be what goes.
    if (!isDeepStrictEqual(taken.deleted, deleted)) throw new AppError('collection-changed-outside', { file: fileName })
    return { content: taken.document, result: null }
  })
}

async function deleteFile(
  { trash, files, secrets, order }: StoreParts,
  editor: FolderEditor<JsonObject>,
  undoToken: string,
  fileName: string,
): Promise<void> {
  await trash.take(undoToken, files.path(), fileName)
  secrets.renameFile(fileName, trashedName(undoToken, fileName))
  order.rename(fileName, trashedName(undoToken, fileName))
  await editor.reread(fileName)
}

/** @param only the files to bring back of what the token stands for; null for all of them */
async function bringBack(
  parts: StoreParts,
  editor: FolderEditor<JsonObject>,
  undoToken: string,
  only: ReadonlySet<string> | null,
): Promise<void> {
  const { trash, files, secrets, order } = parts
  const record = await trash.read(undoToken)
  const wanted = (fileName: string): boolean => only === null || only.has(fileName)
  const whole = record.files.filter(({ fileName }) => wanted(fileName))
  for (const file of whole) {
    const fileName = await editor.freeName(file.fileName)
    // First, so that a crash in between does not part them.
    secrets.renameFile(trashedName(undoToken, file.fileName), fileName)
    if (!(await trash.giveBack(undoToken, file, join(files.path(), fileName)))) continue
    order.rename(trashedName(undoToken, file.fileName), fileName)
    await editor.reread(fileName)
  }
  for (const item of record.items) {
    const fileName = looseText(item.fileName)
    if (wanted(fileName)) await restoreItems(editor, fileName, looseList(item.deleted))
  }
  await trash.discard(undoToken)
  if (whole.length > 0) publishOrder(parts)
}

async function restoreItems(
  editor: FolderEditor<JsonObject>,
  fileName: NodeId,
  deleted: readonly JsonValue[],
): Promise<void> {
  await editor.change(fileName, (document) => ({ content: putBack(document, deleted), result: null }))
}
