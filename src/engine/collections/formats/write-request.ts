import { isDeepStrictEqual } from 'node:util'
import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { RequestRow, RequestTemplate } from '@shared/request/request-template'
import { writeAuth } from './auth'
import { writeBody } from './body'
import { looseList } from './loose-json'
import { withKey, withKeyOrNone } from './object-edit'
import { contentTypeOf, readHeaders } from './read-request'
import { withConnection } from './request-settings'
import { writeRows } from './row-list'
import { headerRow } from './rows'
import { writeUrl } from './url'

/** The order in which Postman writes the keys of a request. */
export const requestKeys = ['auth', 'proxy', 'certificate', 'method', 'header', 'body', 'url', 'description']

/** A request with what differs between `from` (as read from `raw`) and `to` changed, all else as it stands. */
export function writeRequest(raw: JsonValue | undefined, from: RequestTemplate, to: RequestTemplate): JsonValue {
  if (isDeepStrictEqual(from, to)) return raw ?? ''
  // A text is enough while only the URL of a GET is said.
  if (!isJsonObject(raw)) {
    const url = writeUrl(raw, to)
    if (
      typeof url === 'string' &&
      isDeepStrictEqual({ ...from, url: '', params: [] }, { ...to, url: '', params: [] })
    ) {
      return url
    }
  }
  let request: JsonObject = isJsonObject(raw) ? raw : { method: 'GET', header: [], url: raw ?? '' }
  if (!isDeepStrictEqual(from.auth, to.auth)) {
    request = withKeyOrNone(request, 'auth', writeAuth(request.auth, to.auth), requestKeys)
  }
  if (from.method !== to.method) request = withKey(request, 'method', to.method, requestKeys)
  if (!isDeepStrictEqual(from.headers, to.headers)) {
    request = withKey(request, 'header', writeHeaders(request.header, to.headers), requestKeys)
  }
  request = withBody(request, from, to)
  if (from.url !== to.url || !isDeepStrictEqual([from.params, from.pathVariables], [to.params, to.pathVariables])) {
    request = withKey(request, 'url', writeUrl(request.url, to), requestKeys)
  }
  return withConnection(request, from.settings, to.settings, requestKeys)
}

/** With other headers the same body can be read as another language; it is then named. */
function withBody(request: JsonObject, from: RequestTemplate, to: RequestTemplate): JsonObject {
  const contentType = contentTypeOf(to.headers)
  if (isDeepStrictEqual(from.body, to.body) && contentType === contentTypeOf(from.headers)) return request
  return withKeyOrNone(request, 'body', writeBody(request.body, to.body, contentType), requestKeys)
}

function writeHeaders(raw: JsonValue | undefined, headers: readonly RequestRow[]): JsonValue {
  const simple = headers.every((row) => row.enabled && row.description === '' && !/[\r\n]/.test(row.name + row.value))
  if (typeof raw === 'string' && simple) {
    const text = headers.map((row) => `${row.name}: ${row.value}\n`).join('')
    if (isDeepStrictEqual(readHeaders(text), headers)) return text
  }
  const found = typeof raw === 'string' ? readHeaders(raw).map(headerRow.make) : looseList(raw)
  return writeRows(found, headers, headerRow)
}
