import { randomUUID } from 'node:crypto'
import { isJsonObject, type JsonObject } from '@shared/json-value'
import type { CollectionStore } from './collection-store'
import { copyName } from './copy-name'
import { nameOf } from './describe-item'
import { childrenOf, type IndexedItem, indexDocument } from './document-index'
import type { FolderEditor } from './files/document-folder'
import { writeContainer } from './formats/container'
import { looseList, looseObject } from './formats/loose-json'
import { withKey } from './formats/object-edit'
import { withNewIds } from './item-id'
import { readNodeId, toNodeId } from './node-id'
import { rearrange } from './rearrange'
import { findItem, publishOrder, type StoreParts } from './store-parts'

/** Copies a node with all that is in it, its secrets too, and puts the copy behind it. */
export const duplicateNode =
  (parts: StoreParts): CollectionStore['duplicate'] =>
  (id) => {
    const { fileName, itemId } = readNodeId(id)
    return parts.files.edit((editor) =>
      itemId === null ? duplicateFile(parts, editor, fileName) : duplicateItem(parts, editor, fileName, itemId),
    )
  }

async function duplicateItem(
  { secrets }: StoreParts,
  editor: FolderEditor<JsonObject>,
  fileName: string,
  itemId: string,
): Promise<string> {
  return editor.change(fileName, (document) => {
    const item = findItem(document, itemId)
    if (item === null) return { content: document, result: '' }
    const list = item.kind === 'example' ? 'response' : 'item'
    const parent = findItem(document, item.parentId)?.raw ?? document
    const siblings = childrenOf(parent, list)
    const name = copyName(nameOf(item.raw), siblings.map(nameOf))
    const copy = withKey(withNewIds(item.raw), 'name', name, ['name', 'id'])
    const before = siblings[siblings.indexOf(item.raw) + 1] ?? null
    const content = rearrange(document, { insert: { parent, list, before, items: [copy] } })
    const originals = under(document, item.raw)
    const copies = under(content, copy)
    copySecrets(secrets, fileName, originals, fileName, copies)
    return { content, result: toNodeId(fileName, copies[0]?.id ?? null) }
  })
}

async function duplicateFile(parts: StoreParts, editor: FolderEditor<JsonObject>, fileName: string): Promise<string> {
  const { files, secrets, order } = parts
  const document = await editor.read(fileName)
  const known = files.files()
  const name = copyName(
    nameOf(document),
    known.map(({ content }) => (content === null ? '' : nameOf(content))),
  )
  const copy = withNewIdentity(writeContainer(document, { name }))
  const newName = await editor.add(name, (newName) => {
    secrets.removeFile(newName)
    secrets.copy({ fileName, itemId: null }, { fileName: newName, itemId: null })
    copySecrets(secrets, fileName, indexDocument(document).items, newName, indexDocument(copy).items)
    return copy
  })
  const names = order.sort(known.map((file) => file.fileName))
  order.place([...names, newName], [newName], names[names.indexOf(fileName) + 1] ?? null)
  publishOrder(parts)
  return toNodeId(newName, null)
}

/** A document with new ids throughout, its own included. */
function withNewIdentity(document: JsonObject): JsonObject {
  const item = looseList(document.item).map((child) => (isJsonObject(child) ? withNewIds(child) : child))
  const info = withKey(looseObject(document.info), '_postman_id', randomUUID(), ['_postman_id', 'name'])
  return { ...document, info, item }
}

/** The item and all below it, in the order of the file. */
function under(document: JsonObject, raw: JsonObject): readonly IndexedItem[] {
  const inside = new Set<string>()
  return indexDocument(document).items.filter((item) => {
    if (item.raw !== raw && (item.parentId === null || !inside.has(item.parentId))) return false
    inside.add(item.id)
    return true
  })
}

/** Copies have the same shape as their originals, so they pair off in order. */
function copySecrets(
  secrets: StoreParts['secrets'],
  fromFile: string,
  originals: readonly IndexedItem[],
  toFile: string,
  copies: readonly IndexedItem[],
): void {
  originals.forEach((original, position) => {
    const copy = copies[position]
    if (original.kind !== 'folder' || copy === undefined) return
    secrets.copy({ fileName: fromFile, itemId: original.id }, { fileName: toFile, itemId: copy.id })
  })
}
