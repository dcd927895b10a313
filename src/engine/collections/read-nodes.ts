import { assertNever } from '@shared/assert-never'
import type { InheritedContext, NodeDetail } from '@shared/collection/node-content'
import type { CollectionTree, NodeId, TreeNode } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import type { RunnableRequest } from '../runner/runnable-request'
import { describeRequest, nameOf, statusOf } from './describe-item'
import { type IndexedItem, indexDocument } from './document-index'
import type { FolderFile } from './files/folder-file'
import { readContainer } from './formats/container'
import { readExample } from './formats/example'
import { looseList } from './formats/loose-json'
import { readRequestItem } from './formats/read-item'
import { contextWithin, type DocumentReading, emptyContext, runnableRequests } from './formats/runnable-requests'
import { toNodeId } from './node-id'
import { revisionOf } from './revision'
import { findItem, foldersAround, locate, type StoreParts } from './store-parts'
import { stemOf } from './unreadable'

type Reading = Pick<StoreParts, 'files' | 'secrets'>

export function readTree({ fileName, content, problem }: FolderFile<JsonObject>): CollectionTree {
  const base = { kind: 'collection', id: toNodeId(fileName, null), fileName } as const
  if (content === null) return { ...base, name: stemOf(fileName), problem, nodes: [] }
  const nodes = indexDocument(content).items.map((item) => toTreeNode(fileName, item))
  return { ...base, name: nameOf(content) || stemOf(fileName), problem: null, nodes }
}

function toTreeNode(fileName: string, { kind, id, parentId, raw }: IndexedItem): TreeNode {
  const base = { id: toNodeId(fileName, id), parentId: toNodeId(fileName, parentId) }
  const name = nameOf(raw)
  switch (kind) {
    case 'folder':
      return { kind, ...base, name: name || 'Folder' }
    case 'request': {
      const line = describeRequest(raw)
      return { kind, ...base, name: name || line.url || 'Request', ...line }
    }
    case 'example': {
      const status = statusOf(raw)
      return { kind, ...base, name: name || (status === null ? 'Example' : String(status)), status }
    }
    default:
      return assertNever(kind)
  }
}

/** @throws AppError `node-not-found`, `collection-unreadable` */
export function readNode(parts: Reading, id: NodeId): NodeDetail {
  const { fileName, document, item } = locate(parts.files, id)
  const raw = item?.raw ?? document
  const revision = revisionOf(raw)
  const kind = item?.kind ?? 'collection'
  switch (kind) {
    case 'collection':
    case 'folder':
      return { kind, id, revision, content: readingOf(parts, fileName, document).container(raw) }
    case 'request':
      return { kind: 'request', id, revision, content: readRequestItem(raw) }
    case 'example':
      return { kind: 'example', id, revision, content: readExample(raw) }
    default:
      return assertNever(kind)
  }
}

/** @throws AppError `node-not-found`, `collection-unreadable` */
export function readContext(parts: Reading, id: NodeId): InheritedContext {
  const { fileName, document, item } = locate(parts.files, id)
  const reading = readingOf(parts, fileName, document)
  const folders = [...(item?.kind === 'folder' ? [item] : []), ...foldersAround(document, item)]
  return [document, ...folders.map(({ raw }) => raw).toReversed()].reduce<InheritedContext>(
    (context, raw) => contextWithin(reading.container(raw), context),
    emptyContext,
  )
}

/** An example stands for the request that it answered. @throws AppError `node-not-found`, `collection-unreadable` */
export function readRunnable(parts: Reading, id: NodeId): readonly RunnableRequest[] {
  const { fileName, document, item } = locate(parts.files, id)
  return runnableRequests(document, pathTo(document, item), readingOf(parts, fileName, document))
}

/** Indexes into `item` from the top to an item, or for an example to its request. */
function pathTo(document: JsonObject, item: IndexedItem | null): readonly number[] {
  const path: number[] = []
  for (let next = item; next !== null; ) {
    const parent = findItem(document, next.parentId)
    if (next.kind !== 'example') path.unshift(looseList((parent?.raw ?? document).item).indexOf(next.raw))
    next = parent
  }
  return path
}

function readingOf({ secrets }: Reading, fileName: string, document: JsonObject): DocumentReading {
  const ids = new Map(indexDocument(document).items.map(({ raw, id }) => [raw, id]))
  return {
    container: (raw) => {
      const content = readContainer(raw)
      return { ...content, variables: secrets.fill({ fileName, itemId: ids.get(raw) ?? null }, content.variables) }
    },
    nodeId: (raw) => toNodeId(fileName, ids.get(raw) ?? null),
  }
}
