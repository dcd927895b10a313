import { gzipSync } from 'node:zlib'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { describe, expect, it } from 'vitest'
import { leadQuery } from '../../helpers/lead-query'
import { newLead, receivedRequest, summaryOf } from '../../helpers/leads'
import { openTestStorage } from '../../helpers/open-test-storage'
import { seedLeads } from '../../helpers/seed-leads'
import { tempFolder } from '../../helpers/temp-folder'

const hostile = '\0<script>"\'\u202e\u0007 😀 \ud800 ; DROP TABLE lead; -- \u{10ffff}'
const everyLead = leadQuery()

function idsOf(leads: readonly LeadSummary[]): readonly number[] {
  return leads.map((lead) => lead.id)
}

describe('storing', () => {
  it('gives summaries in the order of the batch, and the same when read again', () => {
    const { leads } = openTestStorage()
    const first = newLead({ firstName: 'Åsa', lastName: '山田' })
    const second = newLead({}, { verdict: 'unmatched', flowId: null, diagnosis: { code: 'sig-cut', params: { a: 1 } } })
    const stored = leads.insert([first, second])
    expect(stored).toEqual([summaryOf(first, 1), summaryOf(second, 2)])
    expect(leads.page(everyLead, null, null, 10)).toEqual([...stored].reverse())
  })

  it('keeps everything of a request, bytes as bytes', () => {
    const folder = tempFolder()
    const body = Buffer.from([0, 255, 10, 13, 0x80, 0])
    const lead = newLead(
      { firstName: hostile },
      {
        request: receivedRequest({
          method: 'POST',
          target: '/a?b=%00&\u00ff',
          headers: [
            ['X-Twice', 'a'],
            ['x-twice', '\u00e9\u0001'],
            ['X-Forwarded-For', '203.0.113.9'],
          ],
          body,
          bodySize: 900,
          bodyCut: true,
          secure: true,
          peer: { address: '::1', port: 1234 },
        }),
        diagnosis: { code: 'request-aborted', params: { received: 6, name: hostile } },
        findings: [
          { severity: 'warning', code: 'field-blank', pointer: '/UserDetails/\u0000', params: { key: hostile } },
        ],
        charset: null,
        answer: { status: 202, reason: 'Accepted', headers: [['Expires', '-1']], body: new Uint8Array([0, 200]) },
        timing: { headersMs: 0.25, bodyMs: 1.5, handledMs: 2.75 },
      },
    )
    const storage = openTestStorage(folder)
    const [summary] = storage.leads.insert([lead])
    storage.close()
    expect(openTestStorage(folder).leads.get(1)).toEqual({
      summary,
      request: {
        method: 'POST',
        target: lead.request.target,
        httpVersion: '1.1',
        headers: lead.request.headers,
        body: Uint8Array.from(body),
        bodySize: 900,
        bodyCut: true,
        secure: true,
        peer: { address: '::1', port: 1234 },
        claimedPeer: '203.0.113.9',
      },
      bodyText: null,
      bodyTextCut: false,
      charset: null,
      findings: lead.findings,
      diagnosis: lead.diagnosis,
      answer: lead.answer,
      timing: lead.timing,
      note: '',
    })
  })

  it.each(['firstName', 'company', 'offerTitle', 'source', 'actionCode', 'country', 'description'] as const)(
    'survives a hostile and a huge %s',
    (field) => {
      const { leads } = openTestStorage()
      leads.insert([newLead({ [field]: hostile }), newLead({ [field]: '😀x'.repeat(200_000) })])
      const [huge, odd] = leads.page(everyLead, null, null, 10)
      if (field !== 'description') expect(odd?.[field]).toBe(hostile)
      expect(JSON.stringify(huge).length).toBeLessThan(3000)
      for (const values of Object.values(leads.facets())) {
        if (Array.isArray(values)) for (const { value } of values) expect(value.length).toBeLessThanOrEqual(200)
      }
      expect(idsOf(leads.page(leadQuery({ text: 'drop table' }), null, null, 10))).toEqual([1])
    },
  )

  it('finds a facet by a value that was cut', () => {
    const { leads } = openTestStorage()
    const offer = `${'y'.repeat(199)}😀 and more`
    leads.insert([newLead({ offerTitle: offer }), newLead({})])
    const shown = leads.facets().offer.find((facet) => facet.value.startsWith('y'))
    expect(shown).toEqual({ value: 'y'.repeat(199), count: 1 })
    expect(idsOf(leads.page(leadQuery({ offers: ['y'.repeat(199)] }), null, null, 10))).toEqual([1])
    expect(idsOf(leads.page(leadQuery({ offers: [offer] }), null, null, 10))).toEqual([1])
  })

  it('decodes the body again: charset and content-encoding', () => {
    const { leads } = openTestStorage()
    const withBody = (body: Buffer, encoding: string, charset: string) =>
      newLead({}, { request: receivedRequest({ body, headers: [['Content-Encoding', encoding]] }), charset })
    leads.insert([
      withBody(Buffer.from('Zoë', 'latin1'), 'identity', 'windows-1252'),
      withBody(gzipSync('{"a":"ä"}'), 'gzip', 'utf-8'),
      withBody(Buffer.from('broken'), 'gzip', 'utf-8'),
    ])
    expect([1, 2, 3].map((id) => leads.get(id).bodyText)).toEqual(['Zoë', '{"a":"ä"}', null])
    expect([1, 2, 3].map((id) => leads.triggerInput(id)?.bodyText)).toEqual(['Zoë', '{"a":"ä"}', null])
  })

  it('gives a large body in pieces and only its beginning with the detail', () => {
    const { leads } = openTestStorage()
    const body = Buffer.alloc(3_000_000, 'abcdefgh')
    leads.insert([newLead({}, { request: receivedRequest({ body, bodySize: body.length }) })])
    const detail = leads.get(1)
    expect(detail.request.body.length).toBe(1_048_576)
    expect([detail.bodyText?.length, detail.bodyTextCut]).toEqual([1_048_576, true])
    expect(Buffer.from(leads.body(1, 2_999_995, 100)).toString()).toBe('defgh')
    expect(leads.body(1, 5_000_000, 10).length).toBe(0)
  })

  it('says which lead it does not find', () => {
    const { leads } = openTestStorage()
    expect(() => leads.get(7)).toThrow('lead-not-found {"id":7}')
    expect(() => leads.body(7, 0, 1)).toThrow('lead-not-found')
    expect(() => leads.setNote(7, 'x')).toThrow('lead-not-found')
    expect(leads.triggerInput(7)).toBeNull()
  })

  it('gives the steps of a flow what came, until the lead is deleted', () => {
    const { leads } = openTestStorage()
    const headers = [['X-Twice', 'a']] as const
    const body = Buffer.alloc(2_000_000, 'a')
    leads.insert([newLead({}, { request: receivedRequest({ body, headers }) })])
    expect(leads.triggerInput(1)).toEqual({ headers, bodyText: body.toString() })
    leads.delete({ ids: [1] }, 'undo')
    expect(leads.triggerInput(1)).toBeNull()
  })
})

describe('duplicates', () => {
  const print = (byte: number) => ({ fingerprint: new Uint8Array(16).fill(byte) })

  it('are found within a batch and among what is stored; the earliest counts', () => {
    const { leads } = openTestStorage()
    const batch = leads.insert([newLead({}, print(1)), newLead({}, print(2)), newLead({}, print(1)), newLead({})])
    const again = leads.insert([newLead({}, print(1)), newLead({}), newLead({}, print(2))])
    expect([...batch, ...again].map((lead) => lead.duplicateOf?.id ?? null)).toEqual([null, null, 1, null, 1, null, 2])
    expect(batch[2]?.duplicateOf?.receivedAt).toBe(batch[0]?.receivedAt)
    expect(leads.get(5).summary.duplicateOf).toEqual({ id: 1, receivedAt: batch[0]?.receivedAt })
  })

  it('do not point at deleted leads', () => {
    const { leads } = openTestStorage()
    leads.insert([newLead({}, print(1)), newLead({}, print(1))])
    leads.delete({ ids: [1] }, 'token')
    expect(leads.insert([newLead({}, print(1))])[0]?.duplicateOf?.id).toBe(2)
  })
})

describe('paging', () => {
  it('gives the whole list, whatever the size of a page', async () => {
    const { leads } = openTestStorage()
    seedLeads(leads, 1234, { batchSize: 100 })
    for (const query of [
      everyLead,
      leadQuery({ text: 'contoso' }),
      leadQuery({ actionCodes: ['INS'], isTest: false }),
    ]) {
      const expected = idsOf(leads.page(query, null, null, 2000))
      const paged: number[] = []
      for (let from: number | null = null; ; ) {
        const page = idsOf(leads.page(query, from, null, 37))
        paged.push(...page)
        if (page.length < 37) break
        from = (page.at(-1) ?? 0) - 1
      }
      expect(paged).toEqual(expected)
      expect(leads.countSelection({ query })).toBe(paged.length)
      const index = await leads.index(query)
      expect(index).toEqual({
        total: paged.length,
        blockSize: 200,
        anchors: paged.filter((_, position) => position % 200 === 0),
      })
    }
  })

  it('stops above `until` and begins at `from`', () => {
    const { leads } = openTestStorage()
    seedLeads(leads, 20)
    expect(idsOf(leads.page(everyLead, 10, 7, 100))).toEqual([10, 9, 8])
    expect(idsOf(leads.page(leadQuery({ text: 'contoso' }), 10, 7, 100))).toEqual([10, 9, 8])
    expect(idsOf(leads.page(leadQuery({ text: 'contoso', unread: true }), 10, 7, 2))).toEqual([10, 9])
  })

  it('gives an index for nothing', async () => {
    const { leads } = openTestStorage()
    expect(await leads.index(everyLead)).toEqual({ total: 0, blockSize: 200, anchors: [] })
    expect(await leads.index(leadQuery({ offers: ['none'] }))).toEqual({ total: 0, blockSize: 200, anchors: [] })
  })
})

describe('selections', () => {
  it('come as ids, newest first, in pages', () => {
    const { leads } = openTestStorage()
    seedLeads(leads, 10)
    leads.delete({ ids: [4] }, 'token')
    expect(leads.selectIds({ ids: [2, 4, 9, 2, 77, 5] }, null, 2)).toEqual([9, 5])
    expect(leads.selectIds({ ids: [2, 4, 9, 2, 77, 5] }, 5, 2)).toEqual([2])
    expect(leads.selectIds({ query: everyLead }, 6, 3)).toEqual([5, 3, 2])
    expect(leads.countSelection({ ids: [2, 4, 9, 2, 77, 5] })).toBe(3)
    expect(leads.countSelection({ query: everyLead })).toBe(9)
    expect(idsOf(leads.summaries([3, 9, 4, 1]))).toEqual([3, 9, 1])
  })
})

describe('marks and notes', () => {
  it('change only what differs', () => {
    const { leads } = openTestStorage()
    seedLeads(leads, 5)
    expect(leads.mark({ ids: [1, 2] }, { unread: false })).toBe(2)
    expect(leads.mark({ query: everyLead }, { unread: false, pinned: true })).toBe(5)
    expect(leads.mark({ query: everyLead }, { unread: false })).toBe(0)
    expect(idsOf(leads.page(leadQuery({ pinned: true }), null, null, 10))).toEqual([5, 4, 3, 2, 1])
    expect(leads.page(leadQuery({ unread: true }), null, null, 10)).toEqual([])
    expect(leads.mark({ ids: [3] }, { unread: true })).toBe(1)
    expect(idsOf(leads.page(leadQuery({ unread: true, text: 'contoso' }), null, null, 10))).toEqual([3])
  })

  it('keep a note, hostile as it may be', () => {
    const { leads } = openTestStorage()
    seedLeads(leads, 1)
    leads.setNote(1, 'call back 😀')
    expect([leads.get(1).note, leads.get(1).summary.hasNote]).toEqual(['call back 😀', true])
    leads.setNote(1, '')
    expect([leads.get(1).note, leads.get(1).summary.hasNote]).toEqual(['', false])
  })
})
