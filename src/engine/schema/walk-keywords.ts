import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { toJsonPointer } from '@shared/lead/json-pointer'
import { dataKeywords, namedSchemas } from './inspect-schema'

export type PlacedKeyword = { readonly pointer: string; readonly name: string; readonly value: JsonValue }

/** Every keyword of a schema with its place; names of properties and data (enum, default) are none. */
export function walkKeywords(schema: JsonObject): readonly PlacedKeyword[] {
  const found: PlacedKeyword[] = []

  function visit(value: JsonValue, path: readonly string[], isNames: boolean): void {
    if (typeof value !== 'object' || value === null) return
    if (!isJsonObject(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, String(index)], false)
      return
    }
    for (const [name, part] of Object.entries(value)) {
      const place = [...path, name]
      if (!isNames) found.push({ pointer: toJsonPointer(place), name, value: part })
      if (isNames || !dataKeywords.has(name)) visit(part, place, !isNames && namedSchemas.has(name))
    }
  }

  visit(schema, [], false)
  return found
}
