import type { AppErrorData } from '../app-error'

/**
 * Where a thing stands in the collections: opaque for the window, unique over all collections and stable while the file
 * keeps its name and the item its id.
 */
export type NodeId = string

/** A line of the tree under its collection. */
export type TreeNode =
  | { readonly kind: 'folder'; readonly id: NodeId; readonly parentId: NodeId; readonly name: string }
  | {
      readonly kind: 'request'
      readonly id: NodeId
      readonly parentId: NodeId
      readonly name: string
      readonly method: string
      /** Without its query, for the search and the tooltip; variables as written. */
      readonly url: string
    }
  /** An answer saved under a request. */
  | {
      readonly kind: 'example'
      readonly id: NodeId
      readonly parentId: NodeId
      readonly name: string
      readonly status: number | null
    }

/** One collection file. */
export type CollectionTree = {
  readonly kind: 'collection'
  readonly id: NodeId
  readonly name: string
  readonly fileName: string
  /** Why the file cannot be read (broken by a merge, another format); its nodes are empty then. */
  readonly problem: AppErrorData | null
  /** In the order of the file, parents before their children. */
  readonly nodes: readonly TreeNode[]
}
