import type { CollectionTree, NodeId } from '@shared/collection/tree'
import { ancestorsOf, childIds, findNode, subtreeIds } from '../../state/collection-index'
import type { TreeRow } from './tree-rows'

/** Where nodes come to stand: before a sibling, or last with null. A parent of null is the row of collections. */
export type NodePlace = { readonly parentId: NodeId | null; readonly beforeId: NodeId | null }

/** A place with what shows it on the screen. */
export type DropPlace = NodePlace & {
  readonly rowId: NodeId
  readonly mark: 'before' | 'after' | 'inside'
  /** Indents the line. */
  readonly level: number
}

/**
 * Pure: where a drop over a row would put the dragged nodes; null where they cannot go.
 * @param part how far down the row the pointer is, from 0 to 1
 */
export function dropPlace(
  collections: readonly CollectionTree[],
  row: TreeRow,
  part: number,
  dragged: readonly NodeId[],
): DropPlace | null {
  const isCollection = dragged.map((id) => findNode(collections, id)?.kind === 'collection')
  const place = isCollection.includes(true)
    ? isCollection.every(Boolean)
      ? amongCollections(collections, row, part)
      : null
    : amongNodes(collections, row, part)
  if (place === null || !canHold(collections, place, dragged)) return null
  const beforeId = skipDragged(siblingsIn(collections, place.parentId), place.beforeId, new Set(dragged))
  return { ...place, beforeId }
}

/** Pure: one place up or down for Alt with an arrow; at the end of a folder it leaves the folder. null when it cannot. */
export function steppedPlace(collections: readonly CollectionTree[], id: NodeId, step: 1 | -1): NodePlace | null {
  const node = findNode(collections, id)
  if (!node || node.kind === 'example') return null
  const parentId = node.kind === 'collection' ? null : node.parentId
  const siblings = siblingsIn(collections, parentId)
  const at = siblings.indexOf(id)
  if (step === -1 && at > 0) return { parentId, beforeId: siblings[at - 1] ?? null }
  if (step === 1 && at < siblings.length - 1) return { parentId, beforeId: siblings[at + 2] ?? null }
  const parent = parentId === null ? null : findNode(collections, parentId)
  if (parent?.kind !== 'folder') return null
  const around = siblingsIn(collections, parent.parentId)
  const beforeId = step === -1 ? parent.id : (around[around.indexOf(parent.id) + 1] ?? null)
  return { parentId: parent.parentId, beforeId }
}

/** Pure: where nodes go that are pasted at a row: into a container, else after the row. null where they cannot go. */
export function pastedPlace(
  collections: readonly CollectionTree[],
  at: NodeId,
  moved: readonly NodeId[],
): NodePlace | null {
  const node = findNode(collections, at)
  if (!node) return null
  if (moved.some((id) => findNode(collections, id)?.kind === 'collection')) return null
  const place = placeNear(collections, at)
  return place !== null && canHold(collections, place, moved)
    ? { ...place, beforeId: skipDragged(siblingsIn(collections, place.parentId), place.beforeId, new Set(moved)) }
    : null
}

/** Pure: where something new at a row goes: last in a container, else after the row's request. */
export function placeNear(
  collections: readonly CollectionTree[],
  at: NodeId,
): { readonly parentId: NodeId; readonly beforeId: NodeId | null } | null {
  const node = findNode(collections, at)
  if (!node) return null
  if (node.kind === 'collection' || node.kind === 'folder') return { parentId: node.id, beforeId: null }
  if (node.kind === 'example') return placeNear(collections, node.parentId)
  return { parentId: node.parentId, beforeId: nextSibling(collections, node.parentId, node.id) }
}

/** Pure: the chosen nodes without those that lie in another chosen one, in the order of the tree. */
export function topmost(collections: readonly CollectionTree[], ids: readonly NodeId[]): readonly NodeId[] {
  const chosen = new Set(ids)
  const inOrder = collections.flatMap((collection) => [collection.id, ...collection.nodes.map(({ id }) => id)])
  return inOrder.filter((id) => chosen.has(id) && !ancestorsOf(collections, id).some((node) => chosen.has(node.id)))
}

function amongCollections(collections: readonly CollectionTree[], row: TreeRow, part: number): DropPlace | null {
  const collection = row.node.kind === 'collection' ? row.node : ancestorsOf(collections, row.node.id)[0]
  if (!collection) return null
  if (row.node.kind === 'collection' && part < 0.5) {
    return { parentId: null, beforeId: collection.id, rowId: row.node.id, mark: 'before', level: 0 }
  }
  const beforeId = nextSibling(collections, null, collection.id)
  return { parentId: null, beforeId, rowId: row.node.id, mark: 'after', level: 0 }
}

function amongNodes(collections: readonly CollectionTree[], row: TreeRow, part: number): DropPlace | null {
  const { node, level } = row
  const inside = { parentId: node.id, beforeId: null, rowId: node.id, mark: 'inside', level: level + 1 } as const
  switch (node.kind) {
    case 'collection':
      return node.problem === null ? inside : null
    case 'folder': {
      const { parentId } = node
      if (part < 0.25) return { parentId, beforeId: node.id, rowId: node.id, mark: 'before', level }
      if (part < 0.75) return inside
      const first = childIds(collections, node.id)[0] ?? null
      if (row.isExpanded && first !== null) return { ...inside, beforeId: first, mark: 'after' }
      return { parentId, beforeId: nextSibling(collections, parentId, node.id), rowId: node.id, mark: 'after', level }
    }
    case 'request': {
      const { parentId } = node
      if (part < 0.5) return { parentId, beforeId: node.id, rowId: node.id, mark: 'before', level }
      return { parentId, beforeId: nextSibling(collections, parentId, node.id), rowId: node.id, mark: 'after', level }
    }
    case 'example': {
      const request = findNode(collections, node.parentId)
      if (request?.kind !== 'request') return null
      const beforeId = nextSibling(collections, request.parentId, request.id)
      return { parentId: request.parentId, beforeId, rowId: node.id, mark: 'after', level: level - 1 }
    }
  }
}

/** An example stays with its request; nothing goes into itself. */
function canHold(collections: readonly CollectionTree[], place: NodePlace, moved: readonly NodeId[]): boolean {
  return moved.every((id) => {
    const node = findNode(collections, id)
    if (!node || node.kind === 'example') return false
    return place.parentId === null || !subtreeIds(collections, id).includes(place.parentId)
  })
}

function siblingsIn(collections: readonly CollectionTree[], parentId: NodeId | null): readonly NodeId[] {
  return parentId === null ? collections.map(({ id }) => id) : childIds(collections, parentId)
}

function nextSibling(collections: readonly CollectionTree[], parentId: NodeId | null, id: NodeId): NodeId | null {
  const siblings = siblingsIn(collections, parentId)
  return siblings[siblings.indexOf(id) + 1] ?? null
}

/** A place before one of the moved nodes themselves is the place before the next one that stays. */
function skipDragged(siblings: readonly NodeId[], beforeId: NodeId | null, moved: ReadonlySet<NodeId>): NodeId | null {
  if (beforeId === null) return null
  return siblings.slice(siblings.indexOf(beforeId)).find((id) => !moved.has(id)) ?? null
}
