import { isUtf8 } from 'node:buffer'
import type { Finding } from '@shared/lead/finding'
import iconv from 'iconv-lite'

export type DecodedText = {
  /** null: not text. */
  readonly text: string | null
  /** IANA name of the charset; null where the bytes are not text. */
  readonly charset: string | null
  /** byte-order-mark, charset-not-utf8. */
  readonly findings: readonly Finding[]
}

/**
 * Bytes as text: a byte order mark decides, then the charset parameter, then UTF-8 if the bytes are UTF-8, then
 * windows-1252 (what senders of "latin1" mean). Bytes of no known charset that hold a NUL are not text.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const mark = byteOrderMark(bytes)
  if (mark) {
    const text = decode(bytes.subarray(mark.length), mark.charset)
    return { text, charset: mark.charset, findings: [...notUtf8(mark.charset), bomFinding] }
  }
  const name = declared === null ? null : declared.toLowerCase()
  if (name === null || name === 'utf-8' || name === 'utf8' || name === 'us-ascii')
    return decodeUtf8(bytes, name !== null)
  const charset = name === 'utf-16' ? utf16WithoutMark(bytes) : name
  if (iconv.encodingExists(charset)) return { text: decode(bytes, charset), charset, findings: notUtf8(charset) }
  const guess = decodeUtf8(bytes, false)
  return { ...guess, findings: [...notUtf8(charset), ...guess.findings] }
}

const bomFinding: Finding = { severity: 'info', code: 'byte-order-mark', pointer: '' }

function decodeUtf8(bytes: Uint8Array, declared: boolean): DecodedText {
  if (isUtf8(bytes)) return { text: decode(bytes, 'utf-8'), charset: 'utf-8', findings: [] }
  // Said to be UTF-8 and is not: a flow shows replacement characters, and so do we.
  if (declared) return { text: decode(bytes, 'utf-8'), charset: 'utf-8', findings: [notUtf8Finding('utf-8')] }
  if (bytes.includes(0)) return { text: null, charset: null, findings: [] }
  return { text: decode(bytes, 'windows-1252'), charset: 'windows-1252', findings: notUtf8('windows-1252') }
}

function decode(bytes: Uint8Array, charset: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return charset === 'utf-8' ? buffer.toString('utf8') : iconv.decode(buffer, charset, { stripBOM: false })
}

function byteOrderMark(bytes: Uint8Array): { readonly charset: string; readonly length: number } | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { charset: 'utf-8', length: 3 }
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return { charset: 'utf-32le', length: 4 }
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return { charset: 'utf-32be', length: 4 }
  if (first === 0xff && second === 0xfe) return { charset: 'utf-16le', length: 2 }
  if (first === 0xfe && second === 0xff) return { charset: 'utf-16be', length: 2 }
  return null
}

/** RFC 2781 says big-endian, Windows senders mean little-endian; JSON begins with ASCII, so the zero byte tells. */
function utf16WithoutMark(bytes: Uint8Array): string {
  return bytes[0] === 0 ? 'utf-16be' : 'utf-16le'
}

function notUtf8(charset: string): readonly Finding[] {
  return charset === 'utf-8' ? [] : [notUtf8Finding(charset)]
}

function notUtf8Finding(charset: string): Finding {
  return { severity: 'warning', code: 'charset-not-utf8', pointer: '', params: { charset } }
}
