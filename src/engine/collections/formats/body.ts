import { isDeepStrictEqual } from 'node:util'
import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import type { RequestBody, RequestRow } from '@shared/request/request-template'
import { looseList, looseObject, looseText } from './loose-json'
import { withKey, withoutKey } from './object-edit'
import { readRows, writeRows } from './row-list'
import { formDataRow, plainRow } from './rows'
import { splitQueryPiece } from './url-parts'

type RawLanguage = Extract<RequestBody, { type: 'raw' }>['language']

/** A Postman body. @param contentType the request's header, for texts whose language the file does not name */
export function readBody(raw: JsonValue | undefined, contentType: string): RequestBody {
  if (typeof raw === 'string') return { type: 'raw', language: languageOf(contentType), text: raw }
  if (!isJsonObject(raw) || raw.disabled === true) return { type: 'none' }
  const mode = looseText(raw.mode).toLowerCase()
  switch (mode) {
    case '':
    case 'none':
      return { type: 'none' }
    case 'urlencoded':
      return { type: 'form-urlencoded', rows: [...readRows(urlencodedEntries(raw.urlencoded), plainRow)] }
    case 'formdata':
      return { type: 'form-data', rows: [...readRows(looseList(raw.formdata), formDataRow)] }
    case 'file': {
      const path = isJsonObject(raw.file) ? raw.file.src : raw.file
      return { type: 'file', file: typeof path === 'string' && path !== '' ? { path } : null }
    }
    case 'graphql': {
      const graphql = looseObject(raw.graphql)
      return { type: 'graphql', query: looseText(graphql.query), variables: looseText(graphql.variables) }
    }
    default:
      // An unknown mode is a text for Postman too.
      return { type: 'raw', language: namedLanguage(raw) ?? languageOf(contentType), text: looseText(raw.raw) }
  }
}

/** The body to put in the place of `raw`; undefined takes the key away. Other modes that the file keeps stay in it. */
export function writeBody(raw: JsonValue | undefined, body: RequestBody, contentType: string): JsonValue | undefined {
  const before = readBody(raw, contentType)
  if (isDeepStrictEqual(before, body)) return raw
  if (body.type === 'none') return undefined
  const found = typeof raw === 'string' ? { mode: 'raw', raw } : looseObject(raw)
  const base = before.type === body.type ? found : withKey(withoutKey(found, 'disabled'), 'mode', modes[body.type])
  switch (body.type) {
    case 'raw':
      return withLanguage(withKey(base, 'raw', body.text), body.language, contentType)
    case 'form-urlencoded':
      return withKey(base, 'urlencoded', writeRows(urlencodedEntries(base.urlencoded), body.rows, plainRow))
    case 'form-data':
      return withKey(base, 'formdata', writeRows(looseList(base.formdata), body.rows, formDataRow))
    case 'file':
      return withKey(base, 'file', writeFile(base.file, body.file?.path ?? null))
    case 'graphql':
      return withKey(base, 'graphql', writeGraphql(looseObject(base.graphql), body))
  }
}

const modes = {
  raw: 'raw',
  'form-urlencoded': 'urlencoded',
  'form-data': 'formdata',
  file: 'file',
  graphql: 'graphql',
} as const

const languages: readonly RawLanguage[] = ['json', 'text', 'xml', 'html', 'javascript']

function namedLanguage(body: JsonObject): RawLanguage | undefined {
  const name = looseObject(looseObject(body.options).raw).language
  return languages.find((language) => language === name)
}

/** What a text is by its content type, as Postman guesses it for files that do not say. */
export function languageOf(contentType: string): RawLanguage {
  const type = contentType.toLowerCase()
  if (/[/+]json\b/.test(type)) return 'json'
  if (/[/+]xml\b/.test(type)) return 'xml'
  if (type.includes('/html')) return 'html'
  return type.includes('javascript') ? 'javascript' : 'text'
}

function withLanguage(body: JsonObject, language: RawLanguage, contentType: string): JsonObject {
  if ((namedLanguage(body) ?? languageOf(contentType)) === language) return body
  const options = looseObject(body.options)
  return withKey(body, 'options', withKey(options, 'raw', withKey(looseObject(options.raw), 'language', language)))
}

/** A text of pairs is an older form. */
function urlencodedEntries(raw: JsonValue | undefined): readonly JsonValue[] {
  if (typeof raw !== 'string') return looseList(raw)
  return raw
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece): Pick<RequestRow, 'value'> & { key: string } => {
      const { name, value } = splitQueryPiece(piece)
      return { key: name, value: value ?? '' }
    })
}

function writeFile(raw: JsonValue | undefined, path: string | null): JsonValue {
  if (typeof raw === 'string') return path ?? {}
  const file = looseObject(raw)
  return path === null ? withoutKey(file, 'src') : withKey(file, 'src', path)
}

function writeGraphql(raw: JsonObject, body: Extract<RequestBody, { type: 'graphql' }>): JsonObject {
  const object =
    raw.query !== undefined && looseText(raw.query) === body.query ? raw : withKey(raw, 'query', body.query)
  if (looseText(raw.variables) === body.variables) return object
  return withKey(object, 'variables', isJsonObject(raw.variables) ? asObject(body.variables) : body.variables)
}

/** Variables that the file has as an object stay one while they are one. */
function asObject(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text)
    return isJsonObject(value) ? value : text
  } catch {
    return text
  }
}
