import type { RequestContent } from '@shared/collection/node-content'
import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { Check } from '@shared/request/check'
import { checkSchema } from '@shared/request/check-schema'
import { readDescription } from './description'
import { looseList, looseObject, looseText } from './loose-json'
import { ownKey } from './own-key'
import { readRequest } from './read-request'
import { readScripts } from './scripts'

/** True for an item that holds others. An item with a request is one even when a tool gave it an empty `item`. */
export function isFolderItem(item: JsonObject): boolean {
  return Array.isArray(item.item) && item.request === undefined
}

/** An item of a collection (v2.0 or v2.1) that is a request. */
export function readRequestItem(item: JsonObject): RequestContent {
  const request = readRequest(item.request, item.protocolProfileBehavior)
  return {
    name: looseText(item.name).trim() || request.url || 'Request',
    description: requestDescription(item),
    request,
    checks: readChecks(looseObject(item[ownKey]).checks),
    scripts: readScripts(item),
  }
}

/** Postman keeps it with the request; the format allows it at the item too. */
function requestDescription(item: JsonObject): string {
  const ofRequest = isJsonObject(item.request) ? readDescription(item.request.description) : ''
  return ofRequest || readDescription(item.description)
}

/** Checks that this version does not know are left out here and kept in the file. */
function readChecks(raw: JsonValue | undefined): readonly Check[] {
  return looseList(raw).flatMap((entry) => {
    const parsed = checkSchema.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}
