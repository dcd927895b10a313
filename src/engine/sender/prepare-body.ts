import { randomBytes } from 'node:crypto'
import { assertNever } from '@shared/assert-never'
import { rawTypes } from '@shared/request/automatic-headers'
import type { FormDataRow, RequestBody } from '@shared/request/request-template'
import type { PreparedBody, PreparedPart } from './prepared-request'
import { requestNotValid } from './request-not-valid'

/** A body with the Content-Type that it is sent with unless the user says otherwise. */
export type BodyWithType = { readonly body: PreparedBody; readonly contentType: string | null }

const noBody: BodyWithType = { body: { kind: 'none' }, contentType: null }

/** An empty body is no body. @throws AppError `request-not-valid` {detail} */
export function prepareBody(body: RequestBody, fill: (text: string) => string): BodyWithType {
  switch (body.type) {
    case 'none':
      return noBody
    case 'raw':
      return body.text === '' ? noBody : bytesBody(fill(body.text), rawTypes[body.language])
    case 'form-urlencoded':
      return prepareUrlEncoded(body.rows, fill)
    case 'form-data':
      return prepareFormData(body.rows, fill)
    case 'file':
      if (body.file === null) return noBody
      return { body: { kind: 'file', path: body.file.path }, contentType: 'application/octet-stream' }
    case 'graphql':
      return prepareGraphql(fill(body.query), fill(body.variables))
    default:
      return assertNever(body)
  }
}

function bytesBody(text: string, contentType: string): BodyWithType {
  return { body: { kind: 'bytes', bytes: Buffer.from(text, 'utf8') }, contentType }
}

function prepareUrlEncoded(
  rows: Extract<RequestBody, { type: 'form-urlencoded' }>['rows'],
  fill: (text: string) => string,
): BodyWithType {
  const used = rows.filter((row) => row.enabled && row.name !== '')
  const text = new URLSearchParams(used.map((row): [string, string] => [fill(row.name), fill(row.value)])).toString()
  return bytesBody(text, 'application/x-www-form-urlencoded')
}

function prepareFormData(rows: readonly FormDataRow[], fill: (text: string) => string): BodyWithType {
  const boundary = `----LeadInspector${randomBytes(12).toString('hex')}`
  const parts = rows.filter((row) => row.enabled && row.name !== '').flatMap((row) => partsOf(row, fill))
  return {
    body: { kind: 'multipart', boundary, parts },
    contentType: `multipart/form-data; boundary=${boundary}`,
  }
}

/** A row with several files is as many parts of one name. */
function partsOf(row: FormDataRow, fill: (text: string) => string): readonly PreparedPart[] {
  const name = fill(row.name)
  const contentType = row.contentType === '' ? null : fill(row.contentType)
  if (contentType !== null && /[\r\n]/.test(contentType)) {
    throw requestNotValid('The content type of a form part has a line break in it.')
  }
  if (row.files === null) return [{ name, contentType, content: { kind: 'text', text: fill(row.value) } }]
  return row.files.map((file) => ({ name, contentType, content: { kind: 'file', path: file.path } }))
}

function prepareGraphql(query: string, variables: string): BodyWithType {
  if (variables.trim() === '') return bytesBody(JSON.stringify({ query }), 'application/json')
  try {
    const parsed: unknown = JSON.parse(variables)
    return bytesBody(JSON.stringify({ query, variables: parsed }), 'application/json')
  } catch {
    throw requestNotValid('The variables of the GraphQL query are not JSON.')
  }
}
