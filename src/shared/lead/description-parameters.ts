import { isJsonObject, type JsonValue } from '../json-value'

export type DescriptionParameter = { readonly name: string; readonly value: string }

/**
 * Leads from AppSource can have a JSON text of query parameters (`mktcmpid`, `partnerid`) as their Description.
 * Gives the parameters, or null where the text is no JSON object.
 */
export function parseDescription(text: string): readonly DescriptionParameter[] | null {
  if (!text.trimStart().startsWith('{')) return null
  let value: JsonValue
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isJsonObject(value)) return null
  return Object.entries(value).map(([name, part]) => ({
    name,
    value: typeof part === 'string' ? part : JSON.stringify(part),
  }))
}
