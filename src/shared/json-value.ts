/** Any value that `JSON.parse` can return. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject

/** A JSON object; keys in the order in which they were received. */
export type JsonObject = { readonly [key: string]: JsonValue }

/** True for `{…}`, false for arrays, null and simple values. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
