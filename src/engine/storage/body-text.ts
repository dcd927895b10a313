import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import { decodeText } from '../ingest/decode-text'

/** As the receiver's limit: what was stored inflated within it. */
const inflatedLimit = 25 * 1024 * 1024

/**
 * The text of a stored body, as it was read when it came.
 * @param charset what it was decoded with then; null where it is not text
 */
export function readBodyText(body: Uint8Array, headers: readonly HeaderPair[], charset: string | null): string | null {
  if (charset === null) return null
  const inflated = inflateStored(body, (headerValue(headers, 'content-encoding') ?? '').trim().toLowerCase())
  return inflated === null ? null : decodeText(inflated, charset).text
}

/** Synchronous, since it is done for the one lead that is looked at. null where the encoding is unknown or broken. */
function inflateStored(body: Uint8Array, encoding: string): Uint8Array | null {
  // A body that was cut gives what can be had of it.
  const options = { maxOutputLength: inflatedLimit, finishFlush: constants.Z_SYNC_FLUSH }
  try {
    switch (encoding) {
      case '':
      case 'identity':
        return body
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(body, options)
      case 'deflate':
        return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options)
      case 'br':
        return brotliDecompressSync(body, { maxOutputLength: inflatedLimit })
      default:
        return null
    }
  } catch {
    // The bytes are shown as they are; the lead's diagnosis says what is wrong with them.
    return null
  }
}
