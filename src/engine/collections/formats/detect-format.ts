import { looksLikeCurl } from '@shared/curl/looks-like-curl'
import type { JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { decodeText } from './decode-text'
import { looseObject } from './loose-json'
import { collectionVersion } from './read-collection'

export type FileFormat = 'postman-collection' | 'postman-environment' | 'postman-globals' | 'har' | 'curl' | 'unknown'

/** What a file is, by its content: names and extensions say little. Collections of every version count as such. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  const text = decodeText(bytes)
  const parsed = tryParse(text)
  if (parsed === undefined) return looksLikeCurl(text) ? 'curl' : 'unknown'
  if (!isJsonObject(parsed)) return 'unknown'
  if (Array.isArray(looseObject(parsed.log).entries)) return 'har'
  if (collectionVersion(isJsonObject(parsed.collection) ? parsed.collection : parsed) !== null) {
    return 'postman-collection'
  }
  const set = isJsonObject(parsed.environment) ? parsed.environment : parsed
  if (!Array.isArray(set.values)) return 'unknown'
  return set._postman_variable_scope === 'globals' ? 'postman-globals' : 'postman-environment'
}

/** undefined for a text that is no JSON. A damaged file that begins like a collection is told when it is read. */
function tryParse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
