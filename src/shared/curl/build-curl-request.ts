import type { ImportNote } from '../collection/node-content'
import type { Auth, RequestBody, RequestRow, RequestTemplate } from '../request/request-template'
import { paramsOfUrl, pathVariablesOfUrl } from '../request/url-params'
import type { CurlArgument } from './curl-arguments'
import { encodedPiece, formRows, readData, readForm } from './curl-body'
import { isQuietOption } from './curl-options'
import type { CurlRequest } from './curl-request'
import { readSettings } from './curl-settings'

/** Options whose meaning is in the request that is built. */
const takenOver = new Set(
  `url,request,header,data,data-ascii,data-binary,data-raw,data-urlencode,json,form,form-string,user,user-agent,referer,
cookie,proxy,proxy-user,cert,key,pass,max-time,max-redirs,upload-file,range,url-query,oauth2-bearer,get,head,insecure,
location,location-trusted`
    .split(',')
    .map((name) => name.trim()),
)
const authKinds = new Set(['digest', 'ntlm', 'ntlm-wb', 'negotiate', 'anyauth', 'aws-sigv4'])

/** One request for each URL of a transfer. @param input what is piped into the command @param unknown see the notes */
export function buildCurlRequest(
  given: readonly CurlArgument[],
  input: string | null,
  unknown: readonly string[],
): readonly CurlRequest[] {
  const data = readData(given, input)
  const form = readForm(given)
  const has = (name: string) => given.some((argument) => argument.name === name)
  const last = (name: string) => given.findLast((argument) => argument.name === name)?.value
  const upload = last('upload-file')
  const settings = readSettings(given)
  const headers = readHeaders(given)
  const auth = readAuth(given)
  const contentType = headers.find((row) => row.name.toLowerCase() === 'content-type')?.value
  const isQuery = has('get')

  const body = upload ? fileBody(upload) : (form ?? (isQuery ? noBody : dataBody(data, contentType)))
  const isData = !upload && !form && !isQuery && (data.text !== null || data.file !== null)
  const isForm = isData && contentType === undefined && !has('json')
  // curl sends any data as a form unless told otherwise; where the body itself does not say so, a header does.
  const sent = isForm && body.type !== 'form-urlencoded' ? [...headers, row('Content-Type', formType)] : headers
  const method =
    last('request') ??
    (has('head') ? 'HEAD' : upload ? 'PUT' : body.type === 'none' && !hasData(data, isQuery) ? 'GET' : 'POST')
  const query = [...queryPieces(given), ...(isQuery && data.text ? [data.text] : [])]
  const files = [upload, data.file, ...settings.files, ...filesOf(form)].filter(
    (file) => file !== undefined && file !== null,
  )
  const notes = [...notesOf(given, unknown, data.lostFiles), ...fileNotes(files)]

  return given
    .filter(({ name }) => name === 'url')
    .map(({ value }) => {
      const url = withQuery(withUploadName(withScheme(value), upload), query)
      const request: RequestTemplate = {
        method,
        url,
        params: [...paramsOfUrl(url, [])],
        pathVariables: [...pathVariablesOfUrl(url, [])],
        headers: sent,
        auth,
        body,
        settings: settings.settings,
      }
      return { name: nameOf(url), request, notes }
    })
}

const noBody: RequestBody = { type: 'none' }
const formType = 'application/x-www-form-urlencoded'

function fileBody(path: string): RequestBody {
  return { type: 'file', file: path === '-' || path === '.' ? null : { path } }
}

function dataBody(data: ReturnType<typeof readData>, contentType: string | undefined): RequestBody {
  if (data.file !== null) return fileBody(data.file)
  if (data.text === null) return noBody
  const type = contentType?.toLowerCase() ?? formType
  if (type.startsWith(formType)) {
    const rows = data.text === '' ? null : formRows(data.text)
    if (rows) return { type: 'form-urlencoded', rows: [...rows] }
  }
  return { type: 'raw', language: languageOf(type, data.text), text: data.text }
}

function languageOf(contentType: string, text: string): Extract<RequestBody, { type: 'raw' }>['language'] {
  if (/[/+]json/.test(contentType)) return 'json'
  if (/[/+]xml/.test(contentType)) return 'xml'
  if (contentType.includes('/html')) return 'html'
  if (contentType.includes('javascript')) return 'javascript'
  // The header says what is sent; this is only how it is shown.
  return contentType.startsWith(formType) && /^\s*[{[]/.test(text) ? 'json' : 'text'
}

function hasData(data: ReturnType<typeof readData>, isQuery: boolean): boolean {
  return !isQuery && (data.text !== null || data.file !== null || data.lostFiles.length > 0)
}

function row(name: string, value: string): RequestRow {
  return { name, value, enabled: true, description: '' }
}

/** `Name: value`, `Name;` for an empty value; `Name:` takes a header away that curl would send and gives none. */
function readHeaders(given: readonly CurlArgument[]): RequestRow[] {
  const headers = given.flatMap(({ name, value }): readonly RequestRow[] => {
    switch (name) {
      case 'header':
        return headerRow(value)
      case 'user-agent':
        return value === '' ? [] : [row('User-Agent', value)]
      case 'referer':
        return [row('Referer', value.replace(/;auto$/, ''))].filter((referer) => referer.value !== '')
      case 'range':
        return [row('Range', `bytes=${value}`)]
      case 'oauth2-bearer':
        return []
      default:
        return []
    }
  })
  const cookies = given.filter(({ name, value }) => name === 'cookie' && value.includes('='))
  if (cookies.length > 0) headers.push(row('Cookie', cookies.map(({ value }) => value).join('; ')))
  if (!given.some(({ name }) => name === 'json')) return headers
  const missing = ['Content-Type', 'Accept'].filter(
    (name) => !headers.some((header) => header.name.toLowerCase() === name.toLowerCase()),
  )
  return [...headers, ...missing.map((name) => row(name, 'application/json'))]
}

function headerRow(text: string): readonly RequestRow[] {
  if (text.startsWith('@')) return []
  const colon = text.indexOf(':')
  if (colon < 0) return /;\s*$/.test(text) ? [row(text.replace(/;\s*$/, '').trim(), '')] : []
  const value = text.slice(colon + 1).trim()
  return value === '' ? [] : [row(text.slice(0, colon).trim(), value)]
}

/** The command says all there is, so nothing is inherited. */
function readAuth(given: readonly CurlArgument[]): Auth {
  const token = given.findLast(({ name }) => name === 'oauth2-bearer')
  if (token) return { type: 'bearer', token: token.value }
  const kind = given.findLast(({ name }) => authKinds.has(name))
  const user = given.findLast(({ name }) => name === 'user')
  if (!user || (kind && kind.name !== 'anyauth')) return { type: 'none' }
  const colon = user.value.indexOf(':')
  return {
    type: 'basic',
    username: colon < 0 ? user.value : user.value.slice(0, colon),
    password: colon < 0 ? '' : user.value.slice(colon + 1),
  }
}

function queryPieces(given: readonly CurlArgument[]): readonly string[] {
  return given
    .filter(({ name }) => name === 'url-query')
    .map(({ value }) => (value.startsWith('+') ? value.slice(1) : encodedPiece(value)))
    .filter((piece) => typeof piece === 'string')
}

function withScheme(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || url.startsWith('{{') ? url : `http://${url}`
}

/** curl adds the name of an uploaded file to an address that ends in a slash. */
function withUploadName(url: string, file: string | undefined): string {
  const name = file?.replace(/^.*[\\/]/, '')
  return !name || name === '-' || name === '.' || !/\/\/.*\/$/.test(url) ? url : url + encodeURIComponent(name)
}

function withQuery(url: string, pieces: readonly string[]): string {
  if (pieces.length === 0) return url
  const hash = url.indexOf('#')
  const address = hash < 0 ? url : url.slice(0, hash)
  return `${address}${address.includes('?') ? '&' : '?'}${pieces.join('&')}${hash < 0 ? '' : url.slice(hash)}`
}

function nameOf(url: string): string {
  const address = url.replace(/^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?/i, '').replace(/[?#].*$/s, '')
  return address.replace(/\/$/, '').slice(0, 200) || url.slice(0, 200)
}

function filesOf(form: ReturnType<typeof readForm>): readonly string[] {
  return form?.rows.flatMap((part) => part.files?.map((file) => file.path) ?? []) ?? []
}

function fileNotes(files: readonly string[]): readonly ImportNote[] {
  return files.length > 0 ? [{ code: 'files-to-choose', count: files.length, detail: files.join(', ') }] : []
}

function notesOf(
  given: readonly CurlArgument[],
  unknown: readonly string[],
  lostFiles: readonly string[],
): readonly ImportNote[] {
  const ignored = given
    .filter((argument) => !isTakenOver(argument))
    .map(({ name, value }) => (name === 'cookie' || name === 'header' ? `--${name} ${value}` : `--${name}`))
  const names = [...new Set([...ignored, ...unknown, ...lostFiles.map((file) => `@${file}`)])]
  const notes = names.map((detail): ImportNote => ({ code: 'option-ignored', count: 1, detail }))
  const kinds = given.filter(({ name }) => authKinds.has(name) && name !== 'anyauth').map(({ name }) => name)
  if (kinds.length > 0) notes.push({ code: 'auth-unsupported', count: kinds.length, detail: kinds.join(', ') })
  return notes
}

function isTakenOver({ name, value }: CurlArgument): boolean {
  if (name === 'cookie') return value.includes('=')
  // A file of headers.
  if (name === 'header') return !value.startsWith('@')
  return takenOver.has(name) || isQuietOption(name) || authKinds.has(name)
}
