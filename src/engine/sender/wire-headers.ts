import type { HeaderPair } from '@shared/http/header-pair'

/** RFC 9110, 8.6: methods whose body is expected say so when there is none. */
const expectBody = new Set(['POST', 'PUT', 'PATCH'])

/**
 * All headers of a request in the order in which they go out: the host, those of the request as they are, and what the
 * connection needs. A Content-Length that was written by hand gets the true value, or the next request would be misread.
 * @param withoutHeaders lower-case names that are not to be added
 */
export function wireHeaders(
  request: { readonly method: string; readonly headers: readonly HeaderPair[] },
  host: string,
  bodySize: number,
  withoutHeaders: readonly string[] = [],
): readonly HeaderPair[] {
  const headers: HeaderPair[] = []
  const named = new Set<string>()
  const chunked = request.headers.some(
    ([name, value]) => name.toLowerCase() === 'transfer-encoding' && /\bchunked\b/i.test(value),
  )
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase()
    if (key === 'content-length') {
      if (!chunked && !named.has(key)) headers.push([name, String(bodySize)])
    } else headers.push([name, value])
    named.add(key)
  }
  if (!named.has('host')) headers.unshift(['Host', host])
  if (!named.has('accept-encoding') && !withoutHeaders.includes('accept-encoding')) {
    headers.push(['Accept-Encoding', 'gzip, deflate, br'])
  }
  if (!chunked && !named.has('content-length') && (bodySize > 0 || expectBody.has(request.method.toUpperCase()))) {
    headers.push(['Content-Length', String(bodySize)])
  }
  if (!named.has('connection') && !withoutHeaders.includes('connection')) headers.push(['Connection', 'keep-alive'])
  return headers
}

/** The flat list that `http.request` takes. A value that Latin-1 cannot hold goes out as UTF-8. */
export function toRawHeaders(headers: readonly HeaderPair[]): string[] {
  const raw: string[] = []
  for (const [name, value] of headers) raw.push(name, beyondLatin1.test(value) ? utf8AsLatin1(value) : value)
  return raw
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a range of characters
const beyondLatin1 = /[^\u0000-\u00ff]/

function utf8AsLatin1(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1')
}
