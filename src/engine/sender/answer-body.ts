import { answerPreviewBytes } from '@shared/answer/answer'
import { type HeaderPair, headerValue } from '@shared/http/header-pair'
import { readContentType } from '../ingest/content-type'
import { decodeText } from '../ingest/decode-text'
import { inflate } from '../ingest/inflate'
import { answerLimit } from './answer-collector'
import { AnswerTooLarge } from './answer-too-large'

/** Types that are not shown as text even when their bytes could be. */
const binaryType =
  /^(image\/(?!svg)|audio\/|video\/|font\/|application\/(pdf|zip|gzip|x-gzip|x-7z|vnd\.ms-|vnd\.openxml))/i

/**
 * The body after inflating. One that cannot be inflated, or has an encoding that is not known, is given as it came.
 * @throws AnswerTooLarge when it grows beyond 100 MB
 */
export function inflateAnswer(body: Buffer, headers: readonly HeaderPair[]): Uint8Array | Promise<Uint8Array> {
  const encoding = (headerValue(headers, 'content-encoding') ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity' || body.byteLength === 0) return body
  return inflate(body, encoding, answerLimit).then((inflated) => {
    if (inflated.ok) return inflated.bytes
    if (inflated.diagnosis.code === 'inflated-too-large') throw new AnswerTooLarge()
    return body
  })
}

/**
 * The beginning of a body as text: a byte order mark decides, then the charset of Content-Type, then UTF-8.
 * null where it is not text.
 * @param isPart the bytes are already the beginning of more
 */
export function bodyText(
  bytes: Uint8Array,
  contentType: string | undefined,
  limit: number = answerPreviewBytes,
  isPart = false,
): string | null {
  if (bytes.byteLength === 0) return ''
  if (contentType !== undefined && binaryType.test(contentType)) return null
  const cut = bytes.byteLength > limit
  const beginning = cut || isPart ? wholeCharacters(cut ? bytes.subarray(0, limit) : bytes) : bytes
  const { text, charset } = decodeText(beginning, readContentType(contentType).charset)
  // UTF-8 may hold a NUL; a file that happens to be valid UTF-8 is more likely.
  return charset === 'utf-8' && text !== null && text.includes('\0') ? null : text
}

/** Without the beginning of a UTF-8 character at the end, which would make all of it look like another charset. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.byteLength; back += 1) {
    const byte = bytes[bytes.byteLength - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.subarray(0, bytes.byteLength - back) : bytes
  }
  return bytes
}
