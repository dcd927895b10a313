import * as zlib from 'node:zlib'
import type { Diagnosis } from '@shared/lead/diagnosis'

export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly diagnosis: Diagnosis }

/** The design's limit on what a compressed body may become, in bytes: a few kilobytes can hold gigabytes. */
export const inflatedLimit = 25 * 1024 * 1024

type Decompress = (
  body: Uint8Array,
  options: { readonly maxOutputLength: number },
  done: (error: Error | null, bytes: Buffer) => void,
) => void

/**
 * Undoes one content-encoding on zlib's own threads; zstd only where this Node has it (22.15 and later).
 * Diagnoses: encoding-unknown (also for several encodings), encoding-broken, inflated-too-large.
 * @param limit bytes that the inflated body may have
 */
export function inflate(body: Uint8Array, encoding: string, limit: number = inflatedLimit): Promise<Inflated> {
  const decompress = decompressorFor(encoding, body)
  if (!decompress) {
    return Promise.resolve({
      ok: false,
      diagnosis: { code: 'encoding-unknown', params: { encoding: encoding.slice(0, 60) } },
    })
  }
  return new Promise((resolve) => {
    decompress(body, { maxOutputLength: limit }, (error, bytes) => {
      if (!error) resolve({ ok: true, bytes })
      else resolve({ ok: false, diagnosis: diagnose(error, encoding, limit) })
    })
  })
}

function decompressorFor(encoding: string, body: Uint8Array): Decompress | null {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.gunzip
    case 'deflate':
      // RFC 9110 means the zlib format; many senders leave out its two-byte header.
      return isZlibHeader(body) ? zlib.inflate : zlib.inflateRaw
    case 'br':
      return zlib.brotliDecompress
    case 'zstd':
      return zstdDecompress()
    default:
      return null
  }
}

function zstdDecompress(): Decompress | null {
  const candidate: unknown = Reflect.get(zlib, 'zstdDecompress')
  return isDecompress(candidate) ? candidate : null
}

function isDecompress(candidate: unknown): candidate is Decompress {
  return typeof candidate === 'function'
}

/** RFC 1950: method 8, and the first two bytes as a big-endian number are a multiple of 31. */
function isZlibHeader(body: Uint8Array): boolean {
  const [first = 0, second = 0] = body
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

function diagnose(error: Error, encoding: string, limit: number): Diagnosis {
  const tooLarge = 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
  return tooLarge
    ? { code: 'inflated-too-large', params: { encoding, limit } }
    : { code: 'encoding-broken', params: { encoding } }
}
