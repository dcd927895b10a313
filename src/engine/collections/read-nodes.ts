import { assertNever } from '@shared/assert-never'
import type { ContainerContent, InheritedContext, NodeDetail } from '@shared/collection/node-content'
import type { CollectionTree, NodeId, TreeNode } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import type { RunnableRequest } from '../runner/runnable-request'
import { stemOf } from './collection-format'
import { describeRequest, nameOf, statusOf } from './describe-item'
import { type IndexedItem, indexDocument } from './document-index'
import type { FolderFile } from './files/folder-file'
import { readContainer } from './formats/container'
import { readExample } from './formats/example'
import { readRequestItem } from './formats/read-item'
import { toNodeId } from './node-id'
import { revisionOf } from './revision'
import { foldersAround, locate, type StoreParts } from './store-parts'

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
      return { kind, id, revision, content: readFilledContainer(parts, fileName, item, document) }
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
  const around = foldersAround(document, item)
  return contextOf(parts, fileName, document, item?.kind === 'folder' ? [item, ...around] : around)
}

/** @throws AppError `node-not-found`, `collection-unreadable` */
export function readRunnable(parts: Reading, id: NodeId): readonly RunnableRequest[] {
  const { fileName, document, item } = locate(parts.files, id)
  const contexts = new Map<string | null, Pick<RunnableRequest, 'context' | 'folderPath'>>()

  function surroundings(request: IndexedItem): Pick<RunnableRequest, 'context' | 'folderPath'> {
    const known = contexts.get(request.parentId)
    if (known) return known
    const folders = foldersAround(document, request)
    const found = {
      context: contextOf(parts, fileName, document, folders),
      folderPath: folders
        .map((folder) => nameOf(folder.raw))
        .toReversed()
        .join(' / '),
    }
    contexts.set(request.parentId, found)
    return found
  }

  return requestsUnder(document, item).map((request) => {
    const content = readRequestItem(request.raw)
    return {
      nodeId: toNodeId(fileName, request.id),
      name: content.name,
      request: content.request,
      checks: content.checks,
      ...surroundings(request),
    }
  })
}

/** An example stands for the request that it answered. */
function requestsUnder(document: JsonObject, item: IndexedItem | null): readonly IndexedItem[] {
  const { items, byId } = indexDocument(document)
  const top = item?.kind === 'example' && item.parentId !== null ? (byId.get(item.parentId) ?? item) : item
  const inside = new Set<string | null>([top?.id ?? null])
  // Parents come before their children, so one walk finds them all.
  for (const { id, parentId } of items) if (inside.has(parentId)) inside.add(id)
  return items.filter(({ kind, id }) => kind === 'request' && inside.has(id))
}

/** @param folders the innermost first */
function contextOf(
  parts: Reading,
  fileName: string,
  document: JsonObject,
  folders: readonly IndexedItem[],
): InheritedContext {
  const containers = [...folders, null].map((item) => readFilledContainer(parts, fileName, item, document))
  const giver = containers.find(({ auth }) => auth.type !== 'inherit')
  return {
    auth: giver?.auth ?? { type: 'none' },
    authFrom: giver?.name ?? null,
    scopes: containers
      .toReversed()
      .filter(({ variables }) => variables.length > 0)
      .map(({ name, variables }) => ({ from: name, variables })),
  }
}

function readFilledContainer(
  { secrets }: Reading,
  fileName: string,
  item: IndexedItem | null,
  document: JsonObject,
): ContainerContent {
  const content = readContainer(item?.raw ?? document)
  return { ...content, variables: secrets.fill({ fileName, itemId: item?.id ?? null }, content.variables) }
}
