import type { CollectionTree, NodeId } from '@shared/collection/tree'
import { type AnyNode, ancestorsOf, indexCollection } from '../../state/collection-index'

/** A line of the tree on the screen. */
export type TreeRow = {
  readonly node: AnyNode
  /** 0 for a collection. */
  readonly level: number
  readonly parentId: NodeId | null
  /** Its place among its siblings, from 1, and how many there are. */
  readonly position: number
  readonly setSize: number
  readonly canExpand: boolean
  readonly isExpanded: boolean
  /** Where a found node stands; '' in the tree itself, where the rows around it say so. */
  readonly path: string
}

/** Pure: the rows of the tree with these nodes open, from top to bottom. */
export function treeRows(collections: readonly CollectionTree[], expanded: ReadonlySet<NodeId>): readonly TreeRow[] {
  const rows: TreeRow[] = []
  for (const [at, collection] of collections.entries()) {
    const { byId, childrenOf } = indexCollection(collection)
    const add = (node: AnyNode, parentId: NodeId | null, level: number, position: number, setSize: number) => {
      const children = childrenOf.get(node.id) ?? []
      const canExpand = isContainer(node) || children.length > 0
      const isExpanded = canExpand && expanded.has(node.id)
      rows.push({ node, level, parentId, position, setSize, canExpand, isExpanded, path: '' })
      if (!isExpanded) return
      for (const [index, childId] of children.entries()) {
        const child = byId.get(childId)
        if (child) add(child, node.id, level + 1, index + 1, children.length)
      }
    }
    add(collection, null, 0, at + 1, collections.length)
  }
  return rows
}

/** Pure: what a search finds, as a flat list with the path of each. Every word has to be in the name, method or URL. */
export function foundRows(collections: readonly CollectionTree[], text: string): readonly TreeRow[] {
  const words = searchWords(text)
  const found = collections.flatMap((collection) =>
    [collection, ...collection.nodes].filter((node) => {
      const searched = searchText(node)
      return words.every((word) => searched.includes(word))
    }),
  )
  return found.map((node, index) => ({
    node,
    level: 0,
    parentId: node.kind === 'collection' ? null : node.parentId,
    position: index + 1,
    setSize: found.length,
    canExpand: false,
    isExpanded: false,
    path: ancestorsOf(collections, node.id)
      .map(({ name }) => name)
      .join(' / '),
  }))
}

function searchWords(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean)
}

export function isContainer(node: AnyNode): boolean {
  return node.kind === 'collection' || node.kind === 'folder'
}

function searchText(node: AnyNode): string {
  switch (node.kind) {
    case 'request':
      return `${node.name} ${node.method} ${node.url}`.toLowerCase()
    case 'example':
      return `${node.name} ${node.status ?? ''}`.toLowerCase()
    case 'collection':
    case 'folder':
      return node.name.toLowerCase()
  }
}
