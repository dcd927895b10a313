import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { looseText } from './loose-json'
import { withKey, withoutKey } from './object-edit'

/** A Postman description: a text, `{content, type}`, or null. */
export function readDescription(value: JsonValue | undefined): string {
  return isJsonObject(value) ? looseText(value.content) : looseText(value)
}

/** Gives an object another description, in the form that it has: one in an object stays in it. */
export function withDescription(object: JsonObject, text: string, order: readonly string[] = []): JsonObject {
  const found = object.description
  if (readDescription(found) === text) return object
  if (isJsonObject(found)) return withKey(object, 'description', withKey(found, 'content', text))
  return text === '' ? withoutKey(object, 'description') : withKey(object, 'description', text, order)
}
