import type { ContainerContent, InheritedContext } from '@shared/collection/node-content'
import type { NodeId } from '@shared/collection/tree'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { RunnableRequest } from '../../runner/runnable-request'
import { readContainer } from './container'
import { looseList } from './loose-json'
import { isFolderItem, readRequestItem } from './read-item'

/** What stands at the top, before the collection itself says anything. */
export const emptyContext: InheritedContext = { auth: { type: 'none' }, authFrom: null, scopes: [] }

/** What is known of a document beside its own text. */
export type DocumentReading = {
  /** A folder, or the document itself; its variables with their secret values where those are known. */
  readonly container: (raw: JsonObject) => ContainerContent
  readonly nodeId: (raw: JsonObject) => NodeId | null
}

/** A file that is read alone: all there is stands in it. */
const fileAlone: DocumentReading = { container: readContainer, nodeId: () => null }

/**
 * The requests of a v2.1 document in their order, each with what it inherits.
 * @param under indexes into `item` from the top: a folder's gives its requests, a request's that one; all without it.
 *   A path that leads nowhere gives none.
 */
export function runnableRequests(
  document: JsonObject,
  under: readonly number[] = [],
  reading: DocumentReading = fileAlone,
): readonly RunnableRequest[] {
  const found: RunnableRequest[] = []

  function collect(
    item: JsonObject,
    context: InheritedContext,
    folders: readonly string[],
    path: readonly number[],
  ): void {
    const isTop = item === document
    if (!isTop && !isFolderItem(item)) {
      if (path.length > 0) return
      const { name, request, checks } = readRequestItem(item)
      found.push({ nodeId: reading.nodeId(item), name, folderPath: folders.join(' / '), request, checks, context })
      return
    }
    const container = reading.container(item)
    const inside = contextWithin(container, context)
    const names = isTop ? folders : [...folders, container.name]
    const [next, ...rest] = path
    const children = looseList(item.item)
    for (const child of next === undefined ? children : children.slice(next, next + 1)) {
      if (isJsonObject(child)) collect(child, inside, names, rest)
    }
  }
  collect(document, emptyContext, [], under)
  return found
}

/** What is inherited inside a folder or collection, given what it inherits itself. */
export function contextWithin(
  { name, auth, variables }: ContainerContent,
  outside: InheritedContext,
): InheritedContext {
  const own = auth.type === 'inherit' ? outside : { auth, authFrom: name }
  return {
    auth: own.auth,
    authFrom: own.authFrom,
    scopes: variables.length > 0 ? [...outside.scopes, { from: name, variables }] : outside.scopes,
  }
}
