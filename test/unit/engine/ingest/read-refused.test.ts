import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readRefused, shortenBody } from '../../../../src/engine/ingest/read-refused'
import { receivedRequest } from '../../../helpers/leads'
import { sampleLead } from '../../../helpers/post'

describe('a request that no flow took', () => {
  it('is read like any other, so that its lead can be shown', () => {
    const read = readRefused(receivedRequest({ body: Buffer.from(sampleLead) }))
    expect(read.lead?.texts.company).toBe('Contoso')
  })

  it('is not inflated: a stranger must not cost more than a sender with the secret', () => {
    const body = gzipSync(sampleLead)
    const read = readRefused(receivedRequest({ body, headers: [['Content-Encoding', 'gzip']] }))
    expect(read).toMatchObject({ text: null, lead: null })
  })

  it('keeps the first 64 KiB of its body', () => {
    const short = shortenBody(receivedRequest({ body: Buffer.alloc(100_000), bodySize: 100_000 }))
    expect(short).toMatchObject({ bodySize: 100_000, bodyCut: true })
    expect(short.body.length).toBe(65_536)
    const whole = receivedRequest()
    expect(shortenBody(whole)).toBe(whole)
  })
})
