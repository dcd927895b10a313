import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'

// Files come from many tools: a value may have another type than the format says. It is read as what it must have meant.

/** A text, or a simple value as one; objects as JSON; null and nothing as ''. */
export function looseText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function looseObject(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

export function looseList(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}

/** The objects of a list; anything else in it is left out. */
export function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return looseList(value).filter(isJsonObject)
}
