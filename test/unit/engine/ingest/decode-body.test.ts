import * as zlib from 'node:zlib'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../../../src/engine/ingest/decode-body'
import { inflatedLimit } from '../../../../src/engine/ingest/inflate'

const text = '{"FirstName":"Zoë 王"}'
const utf8 = Buffer.from(text)

async function decoded(body: Uint8Array, encoding?: string, charset: string | null = null) {
  const result = await decodeBody(body, encoding, charset)
  if (!result.ok) throw new Error(result.diagnosis.code)
  return result
}

async function diagnosis(body: Uint8Array, encoding: string) {
  const result = await decodeBody(body, encoding, null)
  return result.ok ? null : result.diagnosis
}

describe('content-encoding', () => {
  it('answers at once for a plain body, with the received bytes themselves', () => {
    for (const encoding of [undefined, '', 'identity']) {
      const result = decodeBody(utf8, encoding, null)
      expect(result).toMatchObject({ ok: true, text, charset: 'utf-8', findings: [] })
      expect('bytes' in result && result.bytes).toBe(utf8)
    }
  })

  it.each([
    ['gzip', gzipSync(utf8)],
    ['x-gzip', gzipSync(utf8)],
    ['GZIP ', gzipSync(utf8)],
    ['deflate', deflateSync(utf8)],
    ['deflate', deflateRawSync(utf8)],
    ['br', brotliCompressSync(utf8)],
  ])('undoes %s', async (encoding, body) => {
    expect(await decoded(body, encoding)).toMatchObject({ text, charset: 'utf-8' })
  })

  it('undoes zstd where this Node has it, and says so where not', async () => {
    const frame = Buffer.from('28b52ffd2002110000 7b7d'.replace(' ', ''), 'hex')
    const expected =
      'zstdDecompress' in zlib ? { ok: true, text: '{}' } : { ok: false, diagnosis: { code: 'encoding-unknown' } }
    expect(await decodeBody(frame, 'zstd', null)).toMatchObject(expected)
  })

  it.each(['gzip, br', 'compress', 'utf-8'])('takes %s for unknown', async (encoding) => {
    expect(await diagnosis(gzipSync(utf8), encoding)).toEqual({ code: 'encoding-unknown', params: { encoding } })
  })

  it.each(['gzip', 'deflate', 'br'])('names a broken %s stream', async (encoding) => {
    expect(await diagnosis(utf8, encoding)).toMatchObject({ code: 'encoding-broken' })
    const cut = encoding === 'gzip' ? gzipSync(utf8) : encoding === 'br' ? brotliCompressSync(utf8) : deflateSync(utf8)
    expect(await diagnosis(cut.subarray(0, cut.length - 6), encoding)).toMatchObject({ code: 'encoding-broken' })
  })

  it('stops a bomb at 25 MiB, and lets 25 MiB pass', async () => {
    expect(await diagnosis(gzipSync(Buffer.alloc(inflatedLimit + 1)), 'gzip')).toMatchObject({
      code: 'inflated-too-large',
    })
    expect((await decoded(gzipSync(Buffer.alloc(inflatedLimit, ' ')), 'gzip')).bytes).toHaveLength(inflatedLimit)
  })
})

describe('charset', () => {
  it.each([
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), ['byte-order-mark']],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true }), ['charset-not-utf8', 'byte-order-mark']],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true }), ['charset-not-utf8', 'byte-order-mark']],
  ])('believes a byte order mark of %s over the header', async (charset, body, codes) => {
    const result = await decoded(body, undefined, 'iso-8859-1')
    expect(result).toMatchObject({ text, charset })
    expect(result.findings.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['utf-16le', 'UTF-16LE', 'utf-16le'],
    ['utf-16be', 'utf-16be', 'utf-16be'],
    ['utf-16be', 'utf-16', 'utf-16be'],
    ['utf-16le', 'utf-16', 'utf-16le'],
    ['utf-32le', 'utf-32le', 'utf-32le'],
    ['gb18030', 'gb18030', 'gb18030'],
  ])('reads %s without a mark when the header says %s', async (encoded, header, charset) => {
    const result = await decoded(iconv.encode(text, encoded, { addBOM: false }), undefined, header)
    expect(result).toMatchObject({ text, charset, findings: [{ code: 'charset-not-utf8', params: { charset } }] })
  })

  it('reads latin1 with and without being told', async () => {
    const latin1 = Buffer.from('{"FirstName":"Zoë"}', 'latin1')
    expect(await decoded(latin1, undefined, 'ISO-8859-1')).toMatchObject({
      text: '{"FirstName":"Zoë"}',
      charset: 'iso-8859-1',
    })
    expect(await decoded(latin1)).toMatchObject({
      text: '{"FirstName":"Zoë"}',
      charset: 'windows-1252',
      findings: [{ code: 'charset-not-utf8' }],
    })
  })

  it('shows what a flow would show of bytes that only claim to be UTF-8', async () => {
    const result = await decoded(Buffer.from('{"a":"Zo\xeb"}', 'latin1'), undefined, 'utf-8')
    expect(result).toMatchObject({
      text: '{"a":"Zo\ufffd"}',
      charset: 'utf-8',
      findings: [{ code: 'charset-not-utf8' }],
    })
  })

  it('falls back to the bytes when the charset is unknown, and says so', async () => {
    const result = await decoded(utf8, undefined, 'klingon')
    expect(result).toMatchObject({ text, charset: 'utf-8', findings: [{ params: { charset: 'klingon' } }] })
  })

  it('takes bytes of no charset for no text', async () => {
    expect(await decoded(Buffer.from([0x89, 0x50, 0, 0xff]))).toMatchObject({ text: null, charset: null })
    expect(await decoded(new Uint8Array(0))).toMatchObject({ text: '' })
  })
})
