import type { LeadFacets } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { verdicts } from '@shared/lead/verdict'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/engine/storage/open-storage'
import { leadQuery } from '../../helpers/lead-query'
import { newLead, receivedRequest } from '../../helpers/leads'
import { tempFolder } from '../../helpers/temp-folder'

const some = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const ids = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })

const lead = fc
  .record({
    verdict: some(...verdicts),
    actionCode: some('', 'INS', 'DNC'),
    source: some('', 'AzureMarketplace', 'AppSource'),
    offerTitle: some('', 'One', 'Ångström 株'),
    country: some('', 'SE'),
    isTest: fc.boolean(),
    receivedAt: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ verdict, isTest, receivedAt, ...text }) =>
    newLead(text, { verdict, isTest, request: receivedRequest({ receivedAt }) }),
  )

const operation = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      leads: fc.array(lead, { minLength: 1, maxLength: 8 }),
    }),
  },
  fc.record({ kind: fc.constant('delete' as const), ids, token: some('a', 'b') }),
  fc.record({ kind: fc.constant('restore' as const), token: some('a', 'b') }),
  fc.record({ kind: fc.constant('mark' as const), ids, unread: fc.boolean(), pinned: fc.boolean() }),
  fc.record({ kind: fc.constant('purge' as const) }),
  fc.record({ kind: fc.constant('older' as const), time: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ kind: fc.constant('trim' as const), kept: fc.integer({ min: 0, max: 5 }) }),
)

/** The facets as counting all leads gives them. */
function countAnew(leads: readonly LeadSummary[]): LeadFacets {
  const values = (read: (lead: LeadSummary) => string) => {
    const counts = new Map<string, number>()
    for (const lead of leads) if (read(lead) !== '') counts.set(read(lead), (counts.get(read(lead)) ?? 0) + 1)
    return [...counts].map(([value, count]) => ({ value, count }))
  }
  return {
    verdict: values((lead) => lead.verdict),
    actionCode: values((lead) => lead.actionCode),
    source: values((lead) => lead.source),
    offer: values((lead) => lead.offerTitle),
    country: values((lead) => lead.country),
    total: leads.length,
    test: leads.filter((lead) => lead.isTest).length,
    unread: leads.filter((lead) => lead.unread).length,
    pinned: leads.filter((lead) => lead.pinned).length,
  }
}

function sorted(facets: LeadFacets): LeadFacets {
  const order = (values: LeadFacets['verdict']) => values.toSorted((a, b) => (a.value < b.value ? -1 : 1))
  return {
    ...facets,
    verdict: order(facets.verdict),
    actionCode: order(facets.actionCode),
    source: order(facets.source),
    offer: order(facets.offer),
    country: order(facets.country),
  }
}

describe('facets', () => {
  it('equal a new count, and filters find just the counted leads, whatever was done', () => {
    const folder = tempFolder()
    let run = 0
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 25 }), (operations) => {
        run += 1
        const storage = openStorage(`${folder}/${run}`)
        const { leads } = storage
        for (const step of operations) {
          if (step.kind === 'insert') leads.insert(step.leads)
          if (step.kind === 'delete') leads.delete({ ids: step.ids }, step.token)
          if (step.kind === 'restore') leads.restore(step.token)
          if (step.kind === 'mark') leads.mark({ ids: step.ids }, { unread: step.unread, pinned: step.pinned })
          if (step.kind === 'purge') leads.purgeDeleted()
          if (step.kind === 'older') leads.removeOlderThan(step.time)
          if (step.kind === 'trim') leads.trimUnmatched(step.kept)
        }
        const all = leads.page(leadQuery(), null, null, 1000)
        const facets = leads.facets()
        expect(sorted(facets)).toEqual(sorted(countAnew(all)))
        for (const { value, count } of facets.offer)
          expect(leads.page(leadQuery({ offers: [value] }), null, null, 1000)).toHaveLength(count)
        for (const { value, count } of facets.verdict)
          expect(
            leads.countSelection({ query: leadQuery({ verdicts: verdicts.filter((verdict) => verdict === value) }) }),
          ).toBe(count)
        expect(leads.page(leadQuery({ isTest: true }), null, null, 1000)).toHaveLength(facets.test)
        expect(leads.page(leadQuery({ pinned: true }), null, null, 1000)).toHaveLength(facets.pinned)
        expect(leads.page(leadQuery({ unread: true, isTest: false }), null, null, 1000)).toEqual(
          all.filter((lead) => lead.unread && !lead.isTest),
        )
        storage.close()
      }),
      { numRuns: 60 },
    )
  })

  it('list the 200 most frequent values', () => {
    const storage = openStorage(tempFolder())
    storage.leads.insert(Array.from({ length: 250 }, (_, position) => newLead({ offerTitle: `offer ${position}` })))
    storage.leads.insert([newLead({ offerTitle: 'offer 249' })])
    const { offer } = storage.leads.facets()
    expect(offer).toHaveLength(200)
    expect(offer[0]).toEqual({ value: 'offer 249', count: 2 })
    storage.close()
  })

  it('stay right when a batch fails half-way', () => {
    const storage = openStorage(tempFolder())
    storage.leads.insert([newLead({})])
    const broken = newLead({ offerTitle: 'never stored' }, { request: receivedRequest({ receivedAt: Number.NaN }) })
    expect(() => storage.leads.insert([newLead({ offerTitle: 'never stored' }), broken])).toThrow(TypeError)
    expect(storage.leads.facets()).toMatchObject({ total: 1, offer: [{ count: 1 }] })
    expect(storage.leads.insert([newLead({ offerTitle: 'never stored' })])[0]?.id).toBe(2)
    expect(storage.leads.page(leadQuery({ offers: ['never stored'] }), null, null, 10)).toHaveLength(1)
    storage.close()
  })
})
