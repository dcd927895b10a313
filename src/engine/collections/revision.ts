import { createHash } from 'node:crypto'
import { AppError } from '@shared/app-error'
import type { JsonObject } from '@shared/json-value'
import { nameOf } from './describe-item'
import { isDocument } from './formats/container'
import { looseObject } from './formats/loose-json'
import { withoutKey } from './formats/object-edit'

/** Nodes of their own, and ids, which are no content. */
const notContent = ['item', 'response', 'id', '_postman_id', 'name']

/**
 * Changes with the content of an item, and not with that of the items in it. Made of two parts, so that an item that was
 * only renamed can be told from one that was changed.
 */
export function revisionOf(raw: JsonObject): string {
  const own = notContent.reduce((rest, key) => withoutKey(rest, key), raw)
  const content = isDocument(raw) ? { ...own, info: withoutKey(looseObject(raw.info), 'name') } : own
  return `${digest(JSON.stringify(content))}.${digest(nameOf(raw))}`
}

/**
 * Refuses a change that began from another version than the file's. A new name outside is no conflict for a change that
 * leaves the name alone.
 * @param revision null accepts any version
 * @throws AppError `collection-changed-outside` {file}
 */
export function checkRevision(
  raw: JsonObject,
  revision: string | null,
  newName: string | undefined,
  file: string,
): void {
  if (revision === null) return
  const current = revisionOf(raw)
  if (current === revision) return
  const renamedOnly = contentPart(current) === contentPart(revision)
  if (renamedOnly && (newName === undefined || newName === nameOf(raw))) return
  throw new AppError('collection-changed-outside', { file })
}

function contentPart(revision: string): string | undefined {
  return revision.split('.')[0]
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
