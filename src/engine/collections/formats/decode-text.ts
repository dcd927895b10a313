import { Buffer, isUtf8 } from 'node:buffer'

/**
 * Text of a file as people's tools write it: UTF-8, UTF-16 little or big endian, with or without a byte order mark.
 * Bytes that are no valid text become `�`.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return text.toString('utf16le', 2)
  if (first === 0xfe && second === 0xff) return swapped(text.subarray(2)).toString('utf16le')
  if (hasByteOrderMark(bytes)) return text.toString('utf8', 3)
  // Files of ours begin with an ASCII sign; in UTF-16 without a mark a zero stands beside it.
  if (first !== 0 && second === 0) return text.toString('utf16le')
  if (first === 0 && second !== undefined && second !== 0) return swapped(text).toString('utf16le')
  return text.toString('utf8')
}

/** False for bytes that {@link decodeText} cannot read without loss: of an older encoding, or of no text. */
export function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isUtf16 || first === 0 || second === 0 || isUtf8(bytes)
}

/** Whether the file begins with the mark that Windows' tools write before UTF-8. */
export function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()
}
