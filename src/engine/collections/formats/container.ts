import { isDeepStrictEqual } from 'node:util'
import type { ContainerContent } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { Auth } from '@shared/request/request-template'
import { readAuth, writeAuth } from './auth'
import { readDescription, withDescription } from './description'
import { looseList, looseObject, looseText } from './loose-json'
import { withKey, withKeyOrNone } from './object-edit'
import { readRows, writeRows } from './row-list'
import { readScripts } from './scripts'
import { collectionVariable } from './variables'

/** A folder's item, or a whole document, which has its name and description under `info`. */
export function readContainer(raw: JsonObject): ContainerContent {
  const isCollection = isDocument(raw)
  const head = isCollection ? looseObject(raw.info) : raw
  return {
    name: looseText(head.name).trim() || (isCollection ? 'Collection' : 'Folder'),
    description: readDescription(head.description),
    auth: readAuth(raw.auth, absentAuth(raw)),
    variables: readRows(looseList(raw.variable), collectionVariable),
    scripts: readScripts(raw),
  }
}

/** True for a whole collection; an item has its name in itself, and may have an unknown key `info` too. */
export function isDocument(raw: JsonObject): boolean {
  return isJsonObject(raw.info) && (raw.name === undefined || raw.info.schema !== undefined)
}

/** Nothing stands above a collection, so one without auth has none. */
function absentAuth(raw: JsonObject): Auth {
  return isDocument(raw) ? { type: 'none' } : { type: 'inherit' }
}

export type ContainerChanges = {
  readonly [Field in keyof Omit<ContainerContent, 'scripts'>]?: ContainerContent[Field] | undefined
}

const folderKeys = ['name', 'item', 'description', 'auth', 'event', 'variable', 'protocolProfileBehavior']
const collectionKeys = ['info', 'item', 'auth', 'event', 'variable']
const infoKeys = ['_postman_id', 'name', 'description', 'schema']

/** A folder or document with changes written into it; all else as it stands. */
export function writeContainer(raw: JsonObject, changes: ContainerChanges): JsonObject {
  const before = readContainer(raw)
  let written = raw
  if (changes.name !== undefined && changes.name !== before.name) {
    const { name } = changes
    written = withHead(written, (head, keys) => withKey(head, 'name', name, keys))
  }
  if (changes.description !== undefined && changes.description !== before.description) {
    const { description } = changes
    written = withHead(written, (head, keys) => withDescription(head, description, keys))
  }
  const keys = isDocument(raw) ? collectionKeys : folderKeys
  if (changes.auth && !isDeepStrictEqual(changes.auth, before.auth)) {
    written = withKeyOrNone(written, 'auth', writeAuth(raw.auth, changes.auth, absentAuth(raw)), keys)
  }
  if (changes.variables && !isDeepStrictEqual(changes.variables, before.variables)) {
    const rows = writeRows(looseList(raw.variable), changes.variables, collectionVariable)
    written = withKeyOrNone(written, 'variable', rows.length > 0 ? rows : undefined, keys)
  }
  return written
}

function withHead(raw: JsonObject, edit: (head: JsonObject, keys: readonly string[]) => JsonObject): JsonObject {
  return isDocument(raw) ? withKey(raw, 'info', edit(looseObject(raw.info), infoKeys)) : edit(raw, folderKeys)
}
