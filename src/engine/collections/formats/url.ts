import { isDeepStrictEqual } from 'node:util'
import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { RequestRow, RequestTemplate } from '@shared/request/request-template'
import { looseList, looseText } from './loose-json'
import { withKey, withKeyOrNone, withoutKey } from './object-edit'
import { readRows, writeRows } from './row-list'
import { plainRow } from './rows'
import type { UrlParts } from './url-parts'
import { joinUrl, splitQueryPiece, splitUrl } from './url-parts'

export type RequestUrl = Pick<RequestTemplate, 'url' | 'params' | 'pathVariables'>

/**
 * A Postman URL: a text, or an object of its parts. Where `raw` and the parts of an object differ, the parts count: they
 * are what Postman and newman send. `raw` is taken when it says the same, because it is how the URL was typed.
 */
export function readUrl(raw: JsonValue | undefined): RequestUrl {
  if (!isJsonObject(raw)) {
    const url = looseText(raw)
    return { url, params: queryRows(url), pathVariables: [] }
  }
  const typed = looseText(raw.raw)
  const pathVariables = readRows(looseList(raw.variable), plainRow)
  const params = readRows(queryEntries(raw.query), plainRow)
  if (!hasParts(raw)) return { url: typed, params: [...rowsInStep(typed, params)], pathVariables }
  const parts = readParts(raw)
  const url = typed !== '' && address(splitUrl(typed)) === address(parts) ? typed : joinUrl(parts)
  return { url, params, pathVariables }
}

/** A URL in the form that the file has: a text stays one while it can say everything. */
export function writeUrl(raw: JsonValue | undefined, url: RequestUrl): JsonValue {
  const rows = rowsInStep(url.url, url.params)
  const plain = rows.every(isBare) && url.pathVariables.length === 0
  if (!isJsonObject(raw)) {
    if (plain) return url.url
    return writeParts({}, url, rows)
  }
  return writeParts(raw, url, rows)
}

const urlOrder = ['raw', 'protocol', 'auth', 'host', 'port', 'path', 'query', 'hash', 'variable']

function writeParts(raw: JsonObject, url: RequestUrl, rows: readonly RequestRow[]): JsonObject {
  const parts = splitUrl(url.url)
  const before = hasParts(raw) ? readParts(raw) : null
  let object = withKey(raw, 'raw', url.url, urlOrder)
  object = withPart(object, 'protocol', before?.protocol, parts.protocol, parts.protocol ?? undefined)
  object = withPart(object, 'auth', before?.userInfo, parts.userInfo, writeUserInfo(parts.userInfo))
  object = withPart(object, 'host', before?.host, parts.host, inForm(raw.host, parts.host, '.'))
  object = withPart(object, 'port', before?.port, parts.port, parts.port ?? undefined)
  object = withPart(object, 'path', before?.path, parts.path, inForm(raw.path, parts.path, '/'))
  object = withPart(object, 'hash', before?.hash, parts.hash, parts.hash ?? undefined)
  object = withList(object, 'query', queryEntries(raw.query), rows, parts.query)
  return withList(object, 'variable', looseList(raw.variable), url.pathVariables, null)
}

/** Sets a part only when it has another meaning: `"host": "a.b"` and `["a", "b"]` are the same. */
function withPart(
  object: JsonObject,
  key: string,
  before: UrlParts[keyof UrlParts] | undefined,
  after: UrlParts[keyof UrlParts],
  value: JsonValue | undefined,
): JsonObject {
  if (before !== undefined && samePart(before, after, key === 'host' ? '.' : '/')) return object
  return withKeyOrNone(object, key, value, urlOrder)
}

/** However its pieces are cut: `["{{host}}.net"]` and `["{{host}}", "net"]`. */
function samePart(before: UrlParts[keyof UrlParts], after: UrlParts[keyof UrlParts], separator: string): boolean {
  const whole = (part: UrlParts[keyof UrlParts]) => (Array.isArray(part) ? part.join(separator) : part)
  return whole(before) === whole(after)
}

function withList(
  object: JsonObject,
  key: 'query' | 'variable',
  found: readonly JsonValue[],
  rows: readonly RequestRow[],
  pieces: readonly string[] | null,
): JsonObject {
  const isSame = isDeepStrictEqual(readRows(found, plainRow), rows)
  if (!isSame && rows.length === 0) return withoutKey(object, key)
  const written = isSame ? found : writeRows(found, rows, plainRow)
  const spelled = pieces === null ? written : asSpelled(written, pieces)
  return isSame && isDeepStrictEqual(spelled, found) ? object : withKey(object, key, spelled, urlOrder)
}

/** `?a` has no value, `?a=` an empty one. The entries that are on stand in the order of the pieces. */
function asSpelled(entries: readonly JsonValue[], pieces: readonly string[]): readonly JsonValue[] {
  let at = 0
  return entries.map((entry) => {
    if (!isJsonObject(entry) || entry.disabled === true) return entry
    const piece = pieces[at++]
    const isBare = piece !== undefined && splitQueryPiece(piece).value === null
    const hasValue = entry.value !== null && entry.value !== undefined
    return looseText(entry.value) !== '' || isBare !== hasValue ? entry : withKey(entry, 'value', isBare ? null : '')
  })
}

function inForm(
  raw: JsonValue | undefined,
  pieces: readonly string[] | null,
  separator: string,
): JsonValue | undefined {
  if (pieces === null) return undefined
  return typeof raw === 'string' ? pieces.join(separator) : pieces
}

/** The rows of a URL, made to agree with its text: the text counts, rows that are switched off are added. */
function rowsInStep(url: string, params: readonly RequestRow[]): readonly RequestRow[] {
  const typed = queryRows(url)
  const on = params.filter((row) => row.enabled)
  const agree = on.length === typed.length && on.every((row, index) => sameField(row, typed[index]))
  if (agree) return params
  return [
    ...typed.map((row) => on.find((known) => sameField(known, row)) ?? row),
    ...params.filter((row) => !row.enabled),
  ]
}

function sameField(row: RequestRow, other: RequestRow | undefined): boolean {
  return row.name === other?.name && row.value === other.value
}

function isBare(row: RequestRow): boolean {
  return row.enabled && row.description === ''
}

function queryRows(url: string): readonly RequestRow[] {
  const pieces = splitUrl(url).query ?? []
  // `?` alone at the end is no parameter.
  if (pieces.length === 1 && pieces[0] === '') return []
  return pieces.map((piece) => {
    const { name, value } = splitQueryPiece(piece)
    return { name, value: value ?? '', enabled: true, description: '' }
  })
}

/** `query` as a list; older files have it as one text or as `{name: value}`. */
function queryEntries(query: JsonValue | undefined): readonly JsonValue[] {
  if (typeof query === 'string') {
    return query.split('&').map((piece) => {
      const { name, value } = splitQueryPiece(piece)
      return { key: name, value }
    })
  }
  if (isJsonObject(query)) return Object.entries(query).map(([key, value]) => ({ key, value }))
  return looseList(query)
}

function hasParts(raw: JsonObject): boolean {
  return Array.isArray(raw.host) ? raw.host.length > 0 : typeof raw.host === 'string' && raw.host !== ''
}

function readParts(raw: JsonObject): UrlParts {
  const query = queryEntries(raw.query)
    .filter(isJsonObject)
    .filter((entry) => entry.disabled !== true)
    .map((entry) => {
      const name = looseText(entry.key)
      return entry.value === null || entry.value === undefined ? name : `${name}=${looseText(entry.value)}`
    })
  return {
    protocol:
      raw.protocol === undefined || raw.protocol === null ? null : looseText(raw.protocol).replace(/:\/\/$/, ''),
    userInfo: readUserInfo(raw.auth),
    host: Array.isArray(raw.host) ? raw.host.map(looseText) : [looseText(raw.host)],
    port: raw.port === undefined || raw.port === null || raw.port === '' ? null : looseText(raw.port),
    path: readPath(raw.path),
    query: query.length > 0 ? query : null,
    hash: typeof raw.hash === 'string' ? raw.hash : null,
  }
}

function readPath(path: JsonValue | undefined): readonly string[] | null {
  if (Array.isArray(path)) {
    return path.map((segment: JsonValue) => looseText(isJsonObject(segment) ? segment.value : segment))
  }
  return typeof path === 'string' && path !== '' ? path.replace(/^\//, '').split('/') : null
}

function readUserInfo(auth: JsonValue | undefined): string | null {
  if (!isJsonObject(auth)) return null
  if (typeof auth.user !== 'string' && typeof auth.password !== 'string') return null
  return looseText(auth.user) + (typeof auth.password === 'string' ? `:${auth.password}` : '')
}

function writeUserInfo(userInfo: string | null): JsonValue | undefined {
  if (userInfo === null) return undefined
  const colon = userInfo.indexOf(':')
  return colon < 0 ? { user: userInfo } : { user: userInfo.slice(0, colon), password: userInfo.slice(colon + 1) }
}

/** For comparing: an empty path and none, and an empty query and none, are the same address. */
function address(parts: UrlParts): string {
  return joinUrl({
    ...parts,
    path: parts.path?.join('/') ? parts.path : null,
    query: parts.query?.join('&') ? parts.query : null,
  })
}
