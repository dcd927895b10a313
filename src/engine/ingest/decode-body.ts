import type { Diagnosis } from '@shared/lead/diagnosis'
import type { Finding } from '@shared/lead/finding'
import { decodeText } from './decode-text'
import { inflate } from './inflate'

export type DecodedBody =
  | {
      readonly ok: true
      /** The inflated body; the received bytes themselves where there was no content-encoding. */
      readonly bytes: Uint8Array
      /** null: not text. */
      readonly text: string | null
      /** IANA name of the charset that the text was decoded with; null when it is not text. */
      readonly charset: string | null
      /** byte-order-mark, charset-not-utf8. */
      readonly findings: readonly Finding[]
    }
  /** encoding-unknown (to be answered with 415), encoding-broken (400), inflated-too-large (413). */
  | { readonly ok: false; readonly diagnosis: Diagnosis }

/**
 * Inflates a body and decodes its text. Without a content-encoding (the usual case) the answer comes at once,
 * otherwise as a promise, since inflating runs on another thread.
 * @param contentEncoding the Content-Encoding header, undefined where there is none
 * @param charset the charset parameter of Content-Type, see `readContentType`
 */
export function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  charset: string | null,
): DecodedBody | Promise<DecodedBody> {
  if (contentEncoding === undefined) return { ok: true, bytes: body, ...decodeText(body, charset) }
  const encoding = contentEncoding.trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return { ok: true, bytes: body, ...decodeText(body, charset) }
  return inflate(body, encoding).then((inflated) =>
    inflated.ok ? { ok: true, bytes: inflated.bytes, ...decodeText(inflated.bytes, charset) } : inflated,
  )
}
