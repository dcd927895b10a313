import type { LeadDetail } from '@shared/lead/lead-detail'
import { describe, expect, it } from 'vitest'
import { csvByteOrderMark, csvHead, csvRow } from '../../../../src/engine/export/csv-format'
import { curlCommand } from '../../../../src/engine/export/curl-format'
import { harEntry, harHead, harTail } from '../../../../src/engine/export/har-format'
import { jsonlRow } from '../../../../src/engine/export/jsonl-format'
import { recogniseText } from '../../../../src/engine/ingest/recognise-text'
import { leadDetail } from '../../../helpers/leads'

const secret = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

function detailWith(body: string, headers: LeadDetail['request']['headers'] = []): LeadDetail {
  return leadDetail({
    bodyText: body,
    request: {
      ...leadDetail().request,
      target: `/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sig=${secret}`,
      body: Buffer.from(body),
      headers: [['Host', '127.0.0.1'], ['Content-Type', 'application/json'], ...headers],
    },
  })
}

describe('CSV', () => {
  it('escapes cells that a spreadsheet would run as a formula', () => {
    const body = JSON.stringify({ UserDetails: { FirstName: '=HYPERLINK("http://x")', LastName: '+1', Company: '@a' } })
    const row = csvRow(detailWith(body), recogniseText(body))
    expect(row).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(row).toContain(`,'+1,`)
    expect(row).toContain(`,'@a,`)
  })

  it('has as many cells in a row as in the head, and a byte order mark for Excel', () => {
    expect(csvByteOrderMark).toBe('\uFEFF')
    const cells = (line: string) => line.trimEnd().split(',').length
    expect(cells(csvRow(detailWith('{"LeadSource":"SPZA"}'), recogniseText('{"LeadSource":"SPZA"}')))).toBe(
      cells(csvHead()),
    )
  })
})

describe('JSON Lines', () => {
  it('carries the body as JSON and no secret', () => {
    const row = jsonlRow(detailWith('{"LeadSource":"SPZA"}', [['Authorization', 'Bearer abc']]))
    expect(JSON.parse(row)).toMatchObject({ id: 1, lead: { LeadSource: 'SPZA' } })
    expect(row).not.toContain(secret)
    expect(row).not.toContain('Bearer abc')
  })

  it('carries what is not JSON as text, and what is not text as base64', () => {
    expect(JSON.parse(jsonlRow(detailWith('{"cut')))).toMatchObject({ bodyText: '{"cut' })
    const binary = leadDetail({ bodyText: null, request: { ...leadDetail().request, body: Buffer.from([0, 255]) } })
    expect(JSON.parse(jsonlRow(binary))).toMatchObject({ bodyBase64: 'AP8=' })
  })
})

describe('HAR', () => {
  it('is a HAR 1.2 document without secrets', () => {
    const text = harHead('1.0.0') + harEntry(detailWith('{"LeadSource":"SPZA"}'), 'http://127.0.0.1:5323') + harTail
    const { log } = JSON.parse(text)
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'Lead Inspector', version: '1.0.0' } })
    expect(log.entries[0].request).toMatchObject({
      method: 'POST',
      postData: { mimeType: 'application/json', text: '{"LeadSource":"SPZA"}' },
    })
    expect(text).not.toContain(secret)
  })

  it.each(['/\\\\[', 'http://[', '', '*'])('takes the target %j, which is no URL, as it is', (target) => {
    const lead = leadDetail({ request: { ...leadDetail().request, target } })
    const { request } = JSON.parse(harEntry(lead, 'http://127.0.0.1:5323'))
    expect(request).toMatchObject({ url: expect.stringContaining(`http://127.0.0.1:5323/`), queryString: [] })
  })
})

describe('cURL', () => {
  it('quotes for a POSIX shell and leaves out what curl sets itself', () => {
    const command = curlCommand(detailWith(`{"Description":"it's"}`), 'http://127.0.0.1:5323', true)
    expect(command).toContain(`--data-raw '{"Description":"it'\\''s"}'`)
    expect(command).toContain(`sig=${secret}'`)
    expect(command).not.toMatch(/Host:/)
  })

  it('masks secrets unless asked for', () => {
    expect(curlCommand(detailWith('{}'), 'http://127.0.0.1:5323', false)).not.toContain(secret)
  })
})
