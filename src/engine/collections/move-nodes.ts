import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@shared/app-error'
import type { NodeId } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import type { SecretOwner } from '../secrets/secret-store'
import { findBefore, findParent } from './change-nodes'
import { byFile, topmost, withDescendants } from './chosen-items'
import type { CollectionStore } from './collection-store'
import { type IndexedItem, indexDocument } from './document-index'
import { fileTexts } from './file-texts'
import type { FolderEditor } from './files/document-folder'
import { withItemId, withNewIds } from './item-id'
import { readNodeId, toNodeId } from './node-id'
import { type Insertion, rearrange } from './rearrange'
import { fileNamesInOrder, publishOrder, type StoreParts } from './store-parts'

/** Moves nodes, also from one file to another; in the order of their files, whatever order they were chosen in. */
export const moveNodes =
  (parts: StoreParts): CollectionStore['move'] =>
  (ids, place) =>
    parts.files.edit(async (editor) => {
      const { parentId, beforeId } = place
      if (parentId === null) return moveCollections(parts, ids, beforeId)
      const moved = await moveItems(parts, editor, ids, parentId, beforeId)
      return ids.map((id) => moved.get(id) ?? id)
    })

function moveCollections(parts: StoreParts, ids: readonly NodeId[], beforeId: NodeId | null): readonly NodeId[] {
  const present = fileNamesInOrder(parts)
  const chosen = byFile(ids)
  if (chosen.some(({ itemIds }) => itemIds.length > 0)) throw notThere()
  const names = chosen.map(({ fileName }) => fileName)
  if (names.some((name) => !present.includes(name))) throw new AppError('node-not-found')
  const before = beforeId === null ? null : readNodeId(beforeId).fileName
  // Before one of themselves means before the next that stays.
  const rest = before === null ? [] : present.slice(present.indexOf(before)).filter((name) => !names.includes(name))
  parts.order.place(
    present,
    present.filter((name) => names.includes(name)),
    rest[0] ?? null,
  )
  publishOrder(parts)
  return ids
}

/** What was moved: old id to new id, of all that stands in the moved ones too. */
type Moved = Map<NodeId, NodeId>

/** What comes from another file. */
type Guests = { readonly fileName: string; readonly document: JsonObject; readonly tops: readonly IndexedItem[] }

async function moveItems(
  { secrets }: StoreParts,
  editor: FolderEditor<JsonObject>,
  ids: readonly NodeId[],
  parentId: NodeId,
  beforeId: NodeId | null,
): Promise<Moved> {
  const chosen = byFile(ids)
  if (chosen.some(({ whole }) => whole)) throw notThere()
  const target = readNodeId(parentId)
  const before = beforeId === null ? null : readNodeId(beforeId).itemId
  const moved: Moved = new Map()
  const guests: Guests[] = []
  for (const { fileName, itemIds } of chosen.filter((file) => file.fileName !== target.fileName)) {
    const document = await editor.read(fileName)
    guests.push({ fileName, document, tops: topmost(document, itemIds) })
  }

  // The copy is on disk before the original goes: what a crash leaves is there twice, never lost.
  await editor.change(target.fileName, (document) => {
    const own = chosen.find(({ fileName }) => fileName === target.fileName)
    const tops = own ? topmost(document, own.itemIds) : []
    const arriving = guests.flatMap((guest) => guest.tops)
    const list = listOf([...tops, ...arriving])
    const parent = findParent(document, target.itemId, list)
    if (withDescendants(document, tops).some(({ raw }) => raw === parent)) {
      throw new AppError('bad-input', { detail: fileTexts.intoItself })
    }
    const taken = new Set(indexDocument(document).byId.keys())
    const items = [
      ...tops.map((item) => withItemId(item.raw, item.id)),
      ...guests.flatMap((guest) => guest.tops.map((item) => asGuest(guest.document, item, taken))),
    ]
    const insert = { parent, list, before: findBefore(document, target.itemId, before), items }
    const content = rearrange(document, { remove: new Set(tops.map(({ raw }) => raw)), insert })
    const left = [{ fileName: target.fileName, document, tops }, ...guests]
    for (const [from, to] of pairUp(left, target.fileName, content, new Set(items))) {
      moved.set(toNodeId(from.fileName, from.itemId), toNodeId(to.fileName, to.itemId))
      if (from.fileName !== to.fileName) secrets.copy(from, to)
    }
    return { content: sameOrder(document, content) ? document : content, result: null }
  })

  for (const guest of guests) {
    await editor.change(guest.fileName, (document) => {
      const { byId } = indexDocument(document)
      // What another program has changed in this moment stays: twice is better than lost.
      const gone = guest.tops.filter(({ id, raw }) => isDeepStrictEqual(byId.get(id)?.raw, raw))
      const remove = new Set(gone.map(({ id, raw }) => byId.get(id)?.raw ?? raw))
      return { content: rearrange(document, { remove }), result: null }
    })
    for (const { id } of withDescendants(guest.document, guest.tops))
      secrets.remove({ fileName: guest.fileName, itemId: id })
  }
  return moved
}

/** Requests and folders go into a list of items, examples under a request; both at once go nowhere. */
function listOf(items: readonly IndexedItem[]): Insertion['list'] {
  const examples = items.filter(({ kind }) => kind === 'example').length
  if (examples > 0 && examples < items.length) throw notThere()
  return examples > 0 ? 'response' : 'item'
}

/** An item for another file: with its id, or new ones where the other file has one of them already. */
function asGuest(document: JsonObject, item: IndexedItem, taken: Set<string>): JsonObject {
  const ids = withDescendants(document, [item]).map(({ id }) => id)
  const collides = ids.some((id) => taken.has(id))
  for (const id of ids) taken.add(id)
  return collides ? withNewIds(item.raw) : withItemId(item.raw, item.id)
}

/** Where each item came from and where it stands now: what arrived stands in one row, in the order in which it left. */
function pairUp(
  left: readonly Guests[],
  fileName: string,
  document: JsonObject,
  arrived: ReadonlySet<JsonObject>,
): readonly (readonly [SecretOwner, SecretOwner])[] {
  const tops = indexDocument(document).items.filter(({ raw }) => arrived.has(raw))
  const now = withDescendants(document, tops)
  return left
    .flatMap((from) =>
      withDescendants(from.document, from.tops).map(({ id }) => ({ fileName: from.fileName, itemId: id })),
    )
    .flatMap((from, position): (readonly [SecretOwner, SecretOwner])[] => {
      const item = now[position]
      return item ? [[from, { fileName, itemId: item.id }]] : []
    })
}

/** Whether nothing has moved after all, so that nothing needs to be written. */
function sameOrder(before: JsonObject, after: JsonObject): boolean {
  const old = indexDocument(before).items
  const now = indexDocument(after).items
  return (
    old.length === now.length &&
    old.every(({ id, parentId }, at) => id === now[at]?.id && parentId === now[at].parentId)
  )
}

function notThere(): AppError {
  return new AppError('bad-input', { detail: fileTexts.notThere })
}
