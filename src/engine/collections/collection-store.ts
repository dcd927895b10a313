import type {
  ContainerContent,
  ExampleContent,
  InheritedContext,
  NodeDetail,
  RequestContent,
} from '@shared/collection/node-content'
import type { CollectionTree, NodeId } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import type { RunnableRequest } from '../runner/runnable-request'

export type Place = { readonly parentId: NodeId; readonly beforeId: NodeId | null }

/**
 * The collections' folder: one Postman v2.1 file a collection, written atomically. Every change is on disk when it
 * answers, and is published after that. Throws `node-not-found`, `collection-changed-outside`, `collection-unreadable`,
 * `disk-full`, `file-not-written`.
 */
export type CollectionStore = {
  readonly folder: () => string
  readonly trees: () => readonly CollectionTree[]
  readonly get: (id: NodeId) => NodeDetail
  readonly context: (id: NodeId) => InheritedContext
  /** A request alone, or all of a folder or collection in their order. */
  readonly runnable: (id: NodeId) => readonly RunnableRequest[]
  /** The whole v2.1 document of the node's collection, as in the file. */
  readonly document: (id: NodeId) => JsonObject
  readonly createCollection: (name: string, description: string) => Promise<NodeId>
  /** Adds a v2.1 document as a new file. */
  readonly addDocument: (document: JsonObject) => Promise<NodeId>
  readonly createFolder: (place: Place, name: string) => Promise<NodeId>
  readonly createRequest: (place: Place, content: Omit<RequestContent, 'scripts'>) => Promise<NodeId>
  readonly createExample: (requestId: NodeId, content: ExampleContent) => Promise<NodeId>
  readonly changeRequest: (
    id: NodeId,
    revision: string | null,
    changes: { readonly [Field in keyof Omit<RequestContent, 'scripts'>]?: RequestContent[Field] | undefined },
  ) => Promise<string>
  readonly changeContainer: (
    id: NodeId,
    revision: string | null,
    changes: { readonly [Field in keyof Omit<ContainerContent, 'scripts'>]?: ContainerContent[Field] | undefined },
  ) => Promise<string>
  readonly rename: (id: NodeId, name: string) => Promise<void>
  readonly move: (
    ids: readonly NodeId[],
    place: { readonly parentId: NodeId | null; readonly beforeId: NodeId | null },
  ) => Promise<readonly NodeId[]>
  readonly duplicate: (id: NodeId) => Promise<NodeId>
  readonly delete: (ids: readonly NodeId[]) => Promise<{ readonly undoToken: string; readonly count: number }>
  readonly restore: (undoToken: string) => Promise<void>
  /** Reads another folder from now on; with `move` the files of this one are taken along. */
  readonly useFolder: (folder: string, move: boolean) => Promise<void>
  /** Reads what has changed on disk now, as the watcher does. */
  readonly refresh: () => Promise<void>
  readonly close: () => Promise<void>
}
