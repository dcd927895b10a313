import { AppError } from '@shared/app-error'
import type { ImportNote } from '@shared/collection/node-content'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { collectionSchemaUrl } from './collection-schema-url'
import { convertFrom20 } from './convert-from-2-0'
import { decodeText } from './decode-text'
import { importNotes } from './import-notes'
import { looseObject, looseText } from './loose-json'
import { withKey } from './object-edit'
import { parseJson } from './parse-json'

export type ReadCollection = {
  /** Always v2.1; keys that we know nothing of are kept. */
  readonly document: JsonObject
  readonly convertedFrom: '2.0' | null
  readonly notes: readonly ImportNote[]
}

/**
 * A Postman collection file. @param name the file's name, for errors
 * @throws AppError `import-version` {name, version} for v1 and v3, `import-not-valid` {name, detail} for what is no
 *   JSON or is damaged, `import-not-known` {name} for JSON that is no collection
 */
export function readCollection(bytes: Uint8Array, name: string): ReadCollection {
  const parsed = parseJson(decodeText(bytes), name)
  // The way Postman's own API hands a collection out.
  const root = isJsonObject(parsed) && isJsonObject(parsed.collection) ? parsed.collection : parsed
  if (!isJsonObject(root)) throw new AppError('import-not-known', { name })
  const version = collectionVersion(root)
  switch (version) {
    case null:
      throw new AppError('import-not-known', { name })
    case '2.0':
    case '2.1': {
      if (!Array.isArray(root.item)) throw new AppError('import-not-valid', { name, detail: 'It has no list “item”.' })
      const document = version === '2.0' ? convertFrom20(root) : withSchema(root)
      const convertedFrom = version === '2.0' ? '2.0' : null
      return { document, convertedFrom, notes: importNotes(document, convertedFrom) }
    }
    default:
      throw new AppError('import-version', { name, version: `v${version}` })
  }
}

/**
 * `2.0`, `2.1`, another version's number (`1`, `3.0`), or null for what is no collection. A file without `info.schema`
 * is taken for v2.1 when it has the shape of v2.
 */
export function collectionVersion(root: JsonObject): string | null {
  const schema = looseText(looseObject(root.info).schema) || looseText(root.$schema)
  const named = /\/collection\/v?(\d+)(?:\.(\d+))?/.exec(schema)
  if (named) return named[1] === '1' ? '1' : `${named[1]}.${named[2] ?? '0'}`
  if (/^collection/.test(looseText(root.$kind))) return '3.0'
  if (isJsonObject(root.info) && Array.isArray(root.item)) return '2.1'
  if (Array.isArray(root.requests) && typeof root.name === 'string') return '1'
  return null
}

function withSchema(root: JsonObject): JsonObject {
  const info = looseObject(root.info)
  return withKey(root, 'info', typeof info.schema === 'string' ? info : withKey(info, 'schema', collectionSchemaUrl))
}
