import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { RequestRow, RequestTemplate } from '@shared/request/request-template'
import { readAuth } from './auth'
import { readBody } from './body'
import { looseList, looseText } from './loose-json'
import { readSettings } from './request-settings'
import { readRows } from './row-list'
import { headerRow, readHeaderLines } from './rows'
import { readUrl } from './url'

/**
 * A Postman request: a text is a GET of that URL.
 * @param behavior `protocolProfileBehavior` of its item
 */
export function readRequest(raw: JsonValue | undefined, behavior?: JsonValue | undefined): RequestTemplate {
  const request: JsonObject = isJsonObject(raw) ? raw : { url: raw ?? '' }
  const headers = readHeaders(request.header)
  const url = readUrl(request.url)
  return {
    method: looseText(request.method) || 'GET',
    url: url.url,
    params: url.params,
    pathVariables: url.pathVariables,
    headers: [...headers],
    auth: readAuth(request.auth),
    body: readBody(request.body, contentTypeOf(headers)),
    settings: readSettings(behavior, request),
  }
}

/** Headers as a list, as one text with a header a line, or null. */
export function readHeaders(raw: JsonValue | undefined): readonly RequestRow[] {
  return typeof raw === 'string' ? readHeaderLines(raw) : readRows(looseList(raw), headerRow)
}

export function contentTypeOf(headers: readonly RequestRow[]): string {
  return headers.find((row) => row.enabled && row.name.toLowerCase() === 'content-type')?.value ?? ''
}
