import type { NodeId } from '@shared/collection/tree'

/** Where a node stands: its file, and its item in it; `itemId` null is the collection itself. */
export type NodePlace = { readonly fileName: string; readonly itemId: string | null }

// No file name holds a slash, so the first one ends it.
const separator = '/'

export function toNodeId(fileName: string, itemId: string | null): NodeId {
  return itemId === null ? fileName : `${fileName}${separator}${itemId}`
}

export function readNodeId(id: NodeId): NodePlace {
  const at = id.indexOf(separator)
  return at < 0 ? { fileName: id, itemId: null } : { fileName: id.slice(0, at), itemId: id.slice(at + 1) }
}
