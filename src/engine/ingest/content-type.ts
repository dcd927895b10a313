import type { Finding } from '@shared/lead/finding'

export type ContentType = {
  /** True for `application/json` and `…+json`: only then can a flow read the body's properties. */
  readonly isJson: boolean
  /** The charset parameter as sent; null where there is none. */
  readonly charset: string | null
  /** content-type-missing or content-type-not-json. */
  readonly findings: readonly Finding[]
}

const plainJson: ContentType = { isJson: true, charset: null, findings: [] }
const utf8Json: ContentType = { isJson: true, charset: 'utf-8', findings: [] }

/** Reads a Content-Type header (undefined: there was none). */
export function readContentType(header: string | undefined): ContentType {
  if (header === 'application/json') return plainJson
  if (header === 'application/json; charset=utf-8') return utf8Json
  if (header === undefined || header.trim() === '') {
    return {
      isJson: false,
      charset: null,
      findings: [{ severity: 'warning', code: 'content-type-missing', pointer: '' }],
    }
  }
  const end = header.indexOf(';')
  const mediaType = (end < 0 ? header : header.slice(0, end)).trim().toLowerCase()
  const charset = end < 0 ? null : charsetOf(header.slice(end + 1))
  if (mediaType === 'application/json' || mediaType.endsWith('+json')) return { isJson: true, charset, findings: [] }
  return {
    isJson: false,
    charset,
    findings: [{ severity: 'warning', code: 'content-type-not-json', pointer: '', params: { contentType: mediaType } }],
  }
}

function charsetOf(parameters: string): string | null {
  for (const parameter of parameters.split(';')) {
    const equals = parameter.indexOf('=')
    if (equals < 0 || parameter.slice(0, equals).trim().toLowerCase() !== 'charset') continue
    const value = parameter
      .slice(equals + 1)
      .trim()
      .replace(/^["'](.*)["']$/, '$1')
    return value === '' ? null : value
  }
  return null
}
