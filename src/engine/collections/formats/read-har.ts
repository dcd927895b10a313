import { AppError } from '@shared/app-error'
import type { ExampleContent, ImportNote } from '@shared/collection/node-content'
import type { HeaderPair } from '@shared/http/header-pair'
import type { JsonObject } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { RequestTemplate } from '@shared/request/request-template'
import { newRequest } from '@shared/request/request-template'
import { paramsOfUrl } from '@shared/request/url-params'
import { collectionSchemaUrl } from './collection-schema-url'
import { decodeText } from './decode-text'
import { newExampleItem } from './example'
import { readHarBody } from './har-body'
import { looseList, looseObject, looseText, objectsIn } from './loose-json'
import { parseJson } from './parse-json'
import { newRequestItem } from './write-item'

/** Headers that the sender makes itself, or that belong to one connection; HTTP/2's `:authority` and so on too. */
const notTaken =
  /^(?::.*|host|content-length|connection|proxy-connection|keep-alive|accept-encoding|transfer-encoding|te|upgrade)$/i

/**
 * A HAR file (1.1 or 1.2) as a new v2.1 collection: one request an entry, its answer as an example.
 * @throws AppError `import-not-valid` {name, detail}, `import-not-known` {name}
 */
export function readHar(
  bytes: Uint8Array,
  fileName: string,
): { readonly document: JsonObject; readonly notes: readonly ImportNote[] } {
  const root = parseJson(decodeText(bytes), fileName)
  const log = isJsonObject(root) ? looseObject(root.log) : {}
  if (!Array.isArray(log.entries)) throw new AppError('import-not-known', { name: fileName })
  const entries = objectsIn(looseList(log.entries)).filter((entry) => isJsonObject(entry.request))
  const read = entries.map(readEntry)
  const binary = read.filter(({ isBinary }) => isBinary).length
  return {
    document: {
      info: { name: fileName.replace(/\.(har|json)$/i, '') || 'HAR', schema: collectionSchemaUrl },
      item: read.map(({ item }) => item),
    },
    notes: binary > 0 ? [{ code: 'option-ignored', count: binary, detail: 'postData (binary)' }] : [],
  }
}

function readEntry(entry: JsonObject): { readonly item: JsonObject; readonly isBinary: boolean } {
  const raw = looseObject(entry.request)
  const url = looseText(raw.url)
  const { body, isBinary, ownsType } = readHarBody(looseObject(raw.postData))
  const headers = pairs(raw.headers).filter(
    ([name]) => !notTaken.test(name) && !(ownsType && name.toLowerCase() === 'content-type'),
  )
  const request: RequestTemplate = {
    ...newRequest,
    method: looseText(raw.method) || 'GET',
    url,
    params: [...paramsOfUrl(url, [])],
    headers: headers.map(([name, value]) => ({ name, value, enabled: true, description: '' })),
    body,
  }
  const name = nameOf(url)
  const item = newRequestItem({ name, description: looseText(entry.comment), request, checks: [] })
  const example = readExample(looseObject(entry.response), request)
  return { item: example ? { ...item, response: [newExampleItem(example)] } : item, isBinary }
}

/** A status of 0 is a request that was never answered. */
function readExample(raw: JsonObject, request: RequestTemplate): ExampleContent | null {
  if (typeof raw.status !== 'number' || raw.status < 100) return null
  const content = looseObject(raw.content)
  const reason = looseText(raw.statusText)
  return {
    name: `${raw.status} ${reason}`.trim(),
    request,
    status: raw.status,
    reason,
    headers: pairs(raw.headers).filter(([name]) => !name.startsWith(':')),
    // Pictures and the like are of no use as a text.
    body: content.encoding === 'base64' ? '' : looseText(content.text),
  }
}

function pairs(raw: JsonObject[string] | undefined): readonly HeaderPair[] {
  return objectsIn(raw).map((pair) => [looseText(pair.name), looseText(pair.value)])
}

function nameOf(url: string): string {
  const address = url.replace(/^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?/i, '').replace(/[?#].*$/s, '')
  return address.replace(/\/$/, '').slice(0, 200) || 'Request'
}
