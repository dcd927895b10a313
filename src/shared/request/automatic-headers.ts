import type { Auth, RequestBody, RequestRow, RequestTemplate } from './request-template'

/** A header that sending adds. `value: null`: only sending knows it. */
export type AutomaticHeader = {
  readonly name: string
  readonly value: string | null
  readonly from: 'auth' | 'body' | 'sender'
}

/** The Content-Type of a raw body by its language. */
export const rawTypes = {
  json: 'application/json',
  text: 'text/plain',
  xml: 'application/xml',
  html: 'text/html',
  javascript: 'application/javascript',
} as const

/** The Content-Type that a body is sent with unless a header row says otherwise; null without a body. */
function contentTypeOf(body: RequestBody): string | null {
  switch (body.type) {
    case 'none':
      return null
    case 'raw':
      return body.text === '' ? null : rawTypes[body.language]
    case 'form-urlencoded':
      return 'application/x-www-form-urlencoded'
    case 'form-data':
      return 'multipart/form-data; boundary=…'
    case 'file':
      return body.file === null ? null : 'application/octet-stream'
    case 'graphql':
      return 'application/json'
  }
}

/**
 * What sending adds to the rows, as the engine's `prepare-headers.ts` and `wire-headers.ts` do it. A row of the same
 * name takes the place of one, also when it is switched off.
 * @param inherited the auth of the folder around it, used for `inherit`
 */
export function automaticHeaders(request: RequestTemplate, inherited: Auth): readonly AutomaticHeader[] {
  const auth = authHeaderName(request.auth.type === 'inherit' ? inherited : request.auth)
  const type = contentTypeOf(request.body)
  const sizeIsSent = type !== null || /^(?:post|put|patch)$/i.test(request.method)
  const added: readonly (AutomaticHeader | null)[] = [
    { name: 'Host', value: null, from: 'sender' },
    auth === null ? null : { name: auth, value: null, from: 'auth' },
    type === null ? null : { name: 'Content-Type', value: type, from: 'body' },
    { name: 'User-Agent', value: 'LeadInspector', from: 'sender' },
    { name: 'Accept', value: '*/*', from: 'sender' },
    { name: 'Accept-Encoding', value: 'gzip, deflate, br', from: 'sender' },
    sizeIsSent ? { name: 'Content-Length', value: null, from: 'sender' } : null,
    { name: 'Connection', value: 'keep-alive', from: 'sender' },
  ]
  return added.filter((header): header is AutomaticHeader => header !== null && !hasRow(request.headers, header.name))
}

/** The header that an auth becomes; null where it is none, or a part of the URL. */
function authHeaderName(auth: Auth): string | null {
  switch (auth.type) {
    case 'basic':
    case 'bearer':
      return 'Authorization'
    case 'api-key':
      return auth.placedIn === 'header' && auth.name.trim() !== '' ? auth.name.trim() : null
    default:
      return null
  }
}

/** A flow refuses a request that has both a signature in its URL and an Authorization header. Source: facts on triggers. */
export function hasAuthorizationClash(request: RequestTemplate, inherited: Auth, resolvedUrl: string): boolean {
  if (!/[?&]sig=[^&#]/i.test(resolvedUrl)) return false
  const auth = authHeaderName(request.auth.type === 'inherit' ? inherited : request.auth)
  if (auth?.toLowerCase() === 'authorization') return true
  return request.headers.some((row) => row.enabled && row.value !== '' && isNamed(row, 'authorization'))
}

function hasRow(rows: readonly RequestRow[], name: string): boolean {
  return rows.some((row) => isNamed(row, name.toLowerCase()))
}

function isNamed(row: RequestRow, name: string): boolean {
  return row.name.trim().toLowerCase() === name
}
