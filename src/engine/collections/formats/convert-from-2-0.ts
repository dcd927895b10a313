import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { collectionSchemaUrl } from './collection-schema-url'
import { looseObject, looseText } from './loose-json'
import { withKey } from './object-edit'

/**
 * A v2.0 document as v2.1. The formats differ in the auth (an object of fields, now a list of them) and in the version
 * they name; all else is valid in both and stays. Source: Postman's published schemas of both versions.
 */
export function convertFrom20(document: JsonObject): JsonObject {
  const info = withKey(looseObject(document.info), 'schema', collectionSchemaUrl)
  return withKey(convertItem(document), 'info', info)
}

function convertItem(item: JsonObject): JsonObject {
  let converted = withListedAuth(item)
  if (Array.isArray(item.item)) converted = withKey(converted, 'item', item.item.map(convertEntry))
  if (isJsonObject(item.request)) converted = withKey(converted, 'request', withListedAuth(item.request))
  if (Array.isArray(item.response)) converted = withKey(converted, 'response', item.response.map(convertExample))
  return converted
}

function convertEntry(entry: JsonValue): JsonValue {
  return isJsonObject(entry) ? convertItem(entry) : entry
}

function convertExample(example: JsonValue): JsonValue {
  if (!isJsonObject(example) || !isJsonObject(example.originalRequest)) return example
  return withKey(example, 'originalRequest', withListedAuth(example.originalRequest))
}

function withListedAuth(holder: JsonObject): JsonObject {
  const { auth } = holder
  if (!isJsonObject(auth)) return holder
  const listed = Object.entries(auth).map(([kind, fields]): [string, JsonValue] => [
    kind,
    kind !== 'type' && isJsonObject(fields) ? fieldList(fields) : fields,
  ])
  return withKey(holder, 'auth', Object.fromEntries(listed))
}

/** What 2.1 calls the type of a value: `string` for texts, `boolean` and `number` for such, `any` for the rest. */
function fieldList(fields: JsonObject): readonly JsonValue[] {
  return Object.entries(fields).map(([key, value]) => {
    const type = looseText(typeof value)
    return { key, value, type: ['string', 'boolean', 'number'].includes(type) ? type : 'any' }
  })
}
