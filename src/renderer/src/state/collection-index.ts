import type { CollectionTree, NodeId, TreeNode } from '@shared/collection/tree'

/** A line of the tree, the collections themselves included. */
export type AnyNode = CollectionTree | TreeNode

/** A collection's nodes, looked up by id and by parent. */
export type CollectionIndex = {
  readonly byId: ReadonlyMap<NodeId, AnyNode>
  readonly childrenOf: ReadonlyMap<NodeId, readonly NodeId[]>
}

// A tree is replaced as a whole when it changes, so its index lives exactly as long as it does.
const indexes = new WeakMap<CollectionTree, CollectionIndex>()

/** The index of one collection; made once for each version of it. */
export function indexCollection(collection: CollectionTree): CollectionIndex {
  const known = indexes.get(collection)
  if (known) return known
  const byId = new Map<NodeId, AnyNode>([[collection.id, collection]])
  const childrenOf = new Map<NodeId, NodeId[]>()
  for (const node of collection.nodes) {
    byId.set(node.id, node)
    const siblings = childrenOf.get(node.parentId)
    if (siblings) siblings.push(node.id)
    else childrenOf.set(node.parentId, [node.id])
  }
  const index = { byId, childrenOf }
  indexes.set(collection, index)
  return index
}

/** The collection that holds a node (or is it); null when there is none. */
export function collectionOf(collections: readonly CollectionTree[], id: NodeId): CollectionTree | null {
  return collections.find((collection) => indexCollection(collection).byId.has(id)) ?? null
}

export function findNode(collections: readonly CollectionTree[], id: NodeId): AnyNode | null {
  for (const collection of collections) {
    const node = indexCollection(collection).byId.get(id)
    if (node) return node
  }
  return null
}

export function childIds(collections: readonly CollectionTree[], id: NodeId): readonly NodeId[] {
  const collection = collectionOf(collections, id)
  return (collection && indexCollection(collection).childrenOf.get(id)) ?? []
}

/** The nodes around a node, from its collection (first) to its parent (last); empty for a collection. */
export function ancestorsOf(collections: readonly CollectionTree[], id: NodeId): readonly AnyNode[] {
  const collection = collectionOf(collections, id)
  if (!collection) return []
  const { byId } = indexCollection(collection)
  const ancestors: AnyNode[] = []
  let node = byId.get(id)
  while (node && node.kind !== 'collection') {
    node = byId.get(node.parentId)
    // A broken file could name a node as its own ancestor.
    if (!node || ancestors.includes(node)) break
    ancestors.unshift(node)
  }
  return ancestors
}

/** The node and everything under it, parents before their children, in the order of the file. */
export function subtreeIds(collections: readonly CollectionTree[], id: NodeId): readonly NodeId[] {
  const collection = collectionOf(collections, id)
  if (!collection) return []
  const { childrenOf } = indexCollection(collection)
  const ids = new Set<NodeId>([id])
  // A set is walked on while it grows.
  for (const next of ids) for (const child of childrenOf.get(next) ?? []) ids.add(child)
  return [...ids]
}
