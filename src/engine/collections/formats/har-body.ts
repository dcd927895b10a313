import { Buffer } from 'node:buffer'
import { formRows } from '@shared/curl/curl-body'
import type { JsonObject } from '@shared/json-value'
import type { RequestBody, RequestRow } from '@shared/request/request-template'
import { languageOf } from './body'
import { looseText, objectsIn } from './loose-json'

export type HarBody = {
  readonly body: RequestBody
  /** The bytes are no text and were left out. */
  readonly isBinary: boolean
  /** The sender writes the content type anew (with another boundary): the recorded one must not stay. */
  readonly ownsType: boolean
}

/** `postData` of a HAR entry. Browsers give a form both as its text and as `params`; the text is nearer to what went out. */
export function readHarBody(postData: JsonObject): HarBody {
  const mimeType = looseText(postData.mimeType)
  const text = postText(postData)
  if (text === null) return { body: { type: 'none' }, isBinary: true, ownsType: false }
  const params = objectsIn(postData.params)
  const isForm = mimeType.startsWith('application/x-www-form-urlencoded')
  if (mimeType.startsWith('multipart/form-data') && params.length > 0) {
    const rows = params.map((param) => ({
      ...row(param),
      contentType: looseText(param.contentType),
      files: typeof param.fileName === 'string' && param.fileName !== '' ? [{ path: param.fileName }] : null,
    }))
    return { body: { type: 'form-data', rows }, isBinary: false, ownsType: true }
  }
  if (isForm) {
    const rows = text === '' ? params.map(decodedRow) : formRows(text)
    if (rows) return { body: { type: 'form-urlencoded', rows: [...rows] }, isBinary: false, ownsType: false }
  }
  const body: RequestBody = text === '' ? { type: 'none' } : { type: 'raw', language: languageOf(mimeType), text }
  return { body, isBinary: false, ownsType: false }
}

/** null for bytes that are no text. `encoding` is no part of HAR; our own exports and some tools have it. */
function postText(postData: JsonObject): string | null {
  const text = looseText(postData.text)
  if (postData.encoding !== 'base64') return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'))
  } catch {
    return null
  }
}

function row(param: JsonObject): RequestRow {
  return { name: looseText(param.name), value: looseText(param.value), enabled: true, description: '' }
}

/** Browsers leave the values of a form encoded. */
function decodedRow(param: JsonObject): RequestRow {
  const plain = row(param)
  const [decoded] = formRows(`${plain.name}=${plain.value}`) ?? []
  return decoded ?? plain
}
