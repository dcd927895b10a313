/** Request headers that people write, the usual ones of leads and flows first. */
export const headerNames: readonly string[] = [
  'Content-Type',
  'Accept',
  'Authorization',
  'User-Agent',
  'X-Forwarded-For',
  'x-ms-client-request-id',
  'x-ms-client-tracking-id',
  'Accept-Charset',
  'Accept-Encoding',
  'Accept-Language',
  'Cache-Control',
  'Connection',
  'Content-Encoding',
  'Content-Language',
  'Content-Length',
  'Cookie',
  'Date',
  'Expect',
  'Forwarded',
  'From',
  'Host',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Unmodified-Since',
  'Idempotency-Key',
  'OData-MaxVersion',
  'OData-Version',
  'Origin',
  'Pragma',
  'Prefer',
  'Proxy-Authorization',
  'Range',
  'Referer',
  'TE',
  'Traceparent',
  'Transfer-Encoding',
  'Upgrade',
  'X-API-Key',
  'X-Correlation-ID',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-HTTP-Method-Override',
  'X-Request-ID',
  'X-Requested-With',
]

const types: readonly string[] = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'text/plain; charset=utf-8',
  'application/xml',
  'text/xml',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/octet-stream',
]

const encodings: readonly string[] = ['gzip', 'deflate', 'br', 'identity', 'gzip, deflate, br']

const values: Readonly<Record<string, readonly string[]>> = {
  'content-type': types,
  accept: ['*/*', ...types],
  authorization: ['Bearer ', 'Basic '],
  'accept-encoding': encodings,
  'content-encoding': encodings,
  'accept-language': ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'sv-SE', 'ru-RU', 'zh-TW'],
  'cache-control': ['no-cache', 'no-store', 'max-age=0'],
  connection: ['keep-alive', 'close'],
  pragma: ['no-cache'],
  prefer: ['return=representation', 'return=minimal'],
  'odata-version': ['4.0'],
  'odata-maxversion': ['4.0'],
  'transfer-encoding': ['chunked'],
  'x-requested-with': ['XMLHttpRequest'],
}

const none: readonly string[] = []

/** Common values of a header; the same array for the same name, so that an editor is not made anew. */
export function headerValues(name: string): readonly string[] {
  return values[name.trim().toLowerCase()] ?? none
}

const secretNames: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'x-api-key',
  'api-key',
  'ocp-apim-subscription-key',
])

/** Headers that carry credentials: masked until asked for. */
export function isSecretHeader(name: string): boolean {
  return secretNames.has(name.trim().toLowerCase())
}
