import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { isDocument } from './formats/container'
import { looseList, looseObject, looseText } from './formats/loose-json'

/** What the tree shows of a request. */
export type RequestLine = { readonly method: string; readonly url: string }

/** Reads only what a line needs: thousands of requests are described each time the tree is told. */
export function describeRequest(raw: JsonObject): RequestLine {
  const request = raw.request
  if (typeof request === 'string') return { method: 'GET', url: withoutSecrets(request) }
  if (!isJsonObject(request)) return { method: 'GET', url: '' }
  return {
    method: typeof request.method === 'string' && request.method !== '' ? request.method : 'GET',
    url: withoutSecrets(urlText(request.url)),
  }
}

/** The name of an item, example or document. */
export function nameOf(raw: JsonObject): string {
  const named = isDocument(raw) ? looseObject(raw.info) : raw
  return looseText(named.name).trim()
}

export function statusOf(raw: JsonObject): number | null {
  return typeof raw.code === 'number' ? raw.code : null
}

function urlText(url: JsonValue | undefined): string {
  if (typeof url === 'string') return url
  if (!isJsonObject(url)) return ''
  if (typeof url.raw === 'string') return url.raw
  const protocol = typeof url.protocol === 'string' ? `${url.protocol.replace(/:?\/*$/, '')}://` : ''
  const port = typeof url.port === 'string' && url.port !== '' ? `:${url.port}` : ''
  const path = joined(url.path, '/')
  return `${protocol}${joined(url.host, '.')}${port}${path === '' ? '' : `/${path.replace(/^\//, '')}`}`
}

/** Hosts and paths are a text or a list; a part of a path may be an object with a `value`. */
function joined(parts: JsonValue | undefined, separator: string): string {
  if (typeof parts === 'string') return parts
  return looseList(parts)
    .map((part) => looseText(isJsonObject(part) ? part.value : part))
    .join(separator)
}

const longestUrl = 500

/** Without its query, where signatures are, and without a password before the host. */
function withoutSecrets(url: string): string {
  return url
    .replace(/[?#][\s\S]*$/, '')
    .replace(/^(\s*[a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1')
    .slice(0, longestUrl)
}
