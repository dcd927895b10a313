import { isDeepStrictEqual } from 'node:util'
import type { RequestContent } from '@shared/collection/node-content'
import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { Check } from '@shared/request/check'
import { checkSchema } from '@shared/request/check-schema'
import { readDescription, withDescription } from './description'
import { looseList, looseObject } from './loose-json'
import { withKey, withKeyOrNone, withoutKey } from './object-edit'
import { ownKey } from './own-key'
import { readRequestItem } from './read-item'
import { writeBehavior } from './request-settings'
import { requestKeys, writeRequest } from './write-request'

export type RequestChanges = {
  readonly [Field in keyof Omit<RequestContent, 'scripts'>]?: RequestContent[Field] | undefined
}

/** The order in which Postman writes the keys of an item. */
const itemKeys = ['name', 'id', ownKey, 'event', 'protocolProfileBehavior', 'request', 'response']

/**
 * An item with changes written into it. Only what has another meaning is touched: forms (a URL as a text or as parts,
 * headers as a text or a list), unknown keys and the order of keys stay as the file has them.
 */
export function writeRequestItem(item: JsonObject, changes: RequestChanges): JsonObject {
  const before = readRequestItem(item)
  let written = item
  if (changes.name !== undefined && changes.name !== before.name) {
    written = withKey(written, 'name', changes.name, itemKeys)
  }
  if (changes.request && !isDeepStrictEqual(changes.request, before.request)) {
    const { settings } = before.request
    const behavior = writeBehavior(item.protocolProfileBehavior, settings, changes.request.settings)
    written = withKeyOrNone(written, 'protocolProfileBehavior', behavior, itemKeys)
    written = withKey(written, 'request', writeRequest(item.request, before.request, changes.request), itemKeys)
  }
  if (changes.description !== undefined && changes.description !== before.description) {
    written = withItemDescription(written, changes.description)
  }
  if (changes.checks && !isDeepStrictEqual(changes.checks, before.checks)) {
    written = withChecks(written, changes.checks)
  }
  return written
}

/** A new item, in the forms whose changes are small: a URL that needs no more is a text, on one line. */
export function newRequestItem(content: Omit<RequestContent, 'scripts'>): JsonObject {
  return writeRequestItem({ name: '', request: { method: 'GET', header: [], url: '' }, response: [] }, content)
}

function withItemDescription(item: JsonObject, text: string): JsonObject {
  const { request } = item
  const atItem = readDescription(item.description) !== ''
  const atRequest = isJsonObject(request) && readDescription(request.description) !== ''
  if ((atItem && !atRequest) || !isJsonObject(request)) return withDescription(item, text, itemKeys)
  const written = withKey(item, 'request', withDescription(request, text, requestKeys), itemKeys)
  // Else the other one would show itself when this one is emptied.
  return text === '' ? withDescription(written, '') : written
}

function withChecks(item: JsonObject, checks: readonly Check[]): JsonObject {
  const own = looseObject(item[ownKey])
  const unknown = looseList(own.checks).filter((entry) => !checkSchema.safeParse(entry).success)
  const list: readonly JsonValue[] = [...checks, ...unknown]
  const changed = list.length > 0 ? withKey(own, 'checks', list) : withoutKey(own, 'checks')
  return withKeyOrNone(item, ownKey, Object.keys(changed).length > 0 ? changed : undefined, itemKeys)
}
