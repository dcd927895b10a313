import type { HeaderPair } from '@shared/http/header-pair'
import { userAgent } from '../sender/prepare-headers'
import type { PreparedBody, PreparedRequest } from '../sender/prepared-request'
import { textOf } from './request-code-secrets'

/** Made by every HTTP library itself. */
const madeAnew = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'expect', 'keep-alive'])

/** The headers worth writing down: not what libraries make themselves, nor the defaults of this app. */
export function writtenHeaders({ headers, body }: PreparedRequest): readonly HeaderPair[] {
  return headers.filter(([name, value]) => {
    const key = name.toLowerCase()
    if (madeAnew.has(key)) return false
    if (key === 'user-agent') return value !== userAgent
    if (key === 'accept') return value !== '*/*'
    // It names a boundary, which the library chooses.
    return key !== 'content-type' || body.kind !== 'multipart'
  })
}

/** For libraries with one value a name: values of the same name joined as RFC 9110 says, cookies by `;`. */
export function joinedHeaders(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  const joined = new Map<string, HeaderPair>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    const before = joined.get(key)
    joined.set(key, before ? [before[0], `${before[1]}${key === 'cookie' ? '; ' : ', '}${value}`] : [name, value])
  }
  return [...joined.values()]
}

/** A body of bytes as text, or as base64 when it is none. */
export function writtenBytes(
  body: Extract<PreparedBody, { kind: 'bytes' }>,
): { readonly kind: 'text'; readonly text: string } | { readonly kind: 'base64'; readonly base64: string } {
  const text = textOf(body.bytes)
  // NUL can stand in no shell word.
  if (text !== null && !text.includes('\0')) return { kind: 'text', text }
  return { kind: 'base64', base64: Buffer.from(body.bytes).toString('base64') }
}

/** The name of a file without its folders, of either system. */
export function fileName(path: string): string {
  return path.replace(/^.*[\\/]/s, '')
}

/** A text in double quotes as C-like languages read it: C#, JavaScript and Python alike. */
export function quoted(text: string): string {
  let literal = ''
  // By UTF-16 units: only control characters and line separators are escaped, pairs go through as they are.
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    const code = text.charCodeAt(at)
    const short = shortEscapes[sign]
    if (short !== undefined) literal += short
    else if (code < 0x20 || (code >= 0x7f && code <= 0x9f) || isLineEnd(code) || isInvisible(code)) {
      literal += `\\u${code.toString(16).padStart(4, '0')}`
    } else literal += sign
  }
  return `"${literal}"`
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** Unicode's line and paragraph separators end a line in C#. */
function isLineEnd(code: number): boolean {
  return code === 0x2028 || code === 0x2029
}

/** Marks that turn the direction of a text can hide what a line of code says. */
function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff
  )
}

/** A long text as one literal a line, for reading. */
export function quotedLines(text: string): readonly string[] {
  return text.split(/(?<=\n)/).map(quoted)
}
