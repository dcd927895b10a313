import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leadQuery } from '../../helpers/lead-query'
import { newLead, receivedRequest } from '../../helpers/leads'
import { openTestStorage } from '../../helpers/open-test-storage'
import { seedLeads } from '../../helpers/seed-leads'
import { tempFolder } from '../../helpers/temp-folder'

const everyLead = leadQuery()

function at(receivedAt: number) {
  return { request: receivedRequest({ receivedAt }) }
}

describe('deleting', () => {
  it('hides leads everywhere until they are restored', async () => {
    const { leads } = openTestStorage()
    seedLeads(leads, 6)
    const before = leads.facets()
    expect(leads.delete({ ids: [2, 3, 99] }, 'a')).toEqual([3, 2])
    expect(leads.delete({ ids: [3, 4] }, 'b')).toEqual([4])
    expect(leads.page(everyLead, null, null, 10).map((lead) => lead.id)).toEqual([6, 5, 1])
    expect(leads.page(leadQuery({ text: 'contoso' }), null, null, 10).map((lead) => lead.id)).toEqual([6, 5, 1])
    expect((await leads.index(everyLead)).total).toBe(3)
    expect(leads.countSelection({ query: leadQuery({ text: 'contoso' }) })).toBe(3)
    expect(leads.summaries([2, 6])).toHaveLength(1)
    expect(leads.facets().total).toBe(3)
    expect(() => leads.get(2)).toThrow('lead-not-found')
    expect(() => leads.body(2, 0, 1)).toThrow('lead-not-found')

    expect(leads.restore('a')).toBe(2)
    expect(leads.restore('a')).toBe(0)
    expect(leads.restore('b')).toBe(1)
    expect(leads.facets()).toEqual(before)
    expect(leads.page(leadQuery({ text: 'contoso' }), null, null, 10)).toHaveLength(6)
  })

  it('removes for good when purged, out of the files too', () => {
    const folder = tempFolder()
    const { leads, close } = openTestStorage(folder)
    leads.insert([newLead({ firstName: 'Zebediah' }, { request: receivedRequest({ body: Buffer.from('Zebediah') }) })])
    seedLeads(leads, 50)
    expect(leads.page(leadQuery({ text: 'zebediah' }), null, null, 10)).toHaveLength(1)
    leads.delete({ query: leadQuery({ text: 'zebediah' }) }, 'a')
    expect(leads.purgeDeleted()).toBe(1)
    expect(leads.purgeDeleted()).toBe(0)
    expect(leads.restore('a')).toBe(0)
    expect(leads.page(leadQuery({ text: 'zebediah' }), null, null, 10)).toEqual([])
    close()
    for (const file of readdirSync(folder)) {
      expect(readFileSync(join(folder, file)).toString('latin1')).not.toContain('Zebediah')
    }
  })

  it('purges at the next start what was deleted before', () => {
    const folder = tempFolder()
    const first = openTestStorage(folder)
    seedLeads(first.leads, 5)
    first.leads.delete({ ids: [5] }, 'a')
    first.close()
    const { leads } = openTestStorage(folder)
    expect(leads.restore('a')).toBe(0)
    expect(leads.facets().total).toBe(4)
  })

  it('never gives an id twice', () => {
    const folder = tempFolder()
    const first = openTestStorage(folder)
    seedLeads(first.leads, 3)
    first.leads.delete({ query: everyLead }, 'a')
    first.leads.purgeDeleted()
    first.close()
    expect(openTestStorage(folder).leads.insert([newLead({})])[0]?.id).toBe(4)
  })
})

describe('retention', () => {
  it('removes what is older and not pinned', () => {
    const { leads } = openTestStorage()
    leads.insert([newLead({}, at(1000)), newLead({}, at(2000)), newLead({}, at(3000)), newLead({}, at(1500))])
    leads.mark({ ids: [2] }, { pinned: true })
    expect(leads.removeOlderThan(3000)).toBe(2)
    expect(leads.removeOlderThan(3000)).toBe(0)
    expect(leads.page(everyLead, null, null, 10).map((lead) => lead.id)).toEqual([3, 2])
    expect(leads.facets()).toMatchObject({ total: 2, pinned: 1, unread: 2 })
    expect(leads.page(leadQuery({ text: 'some' }), null, null, 10)).toHaveLength(2)
  })

  it('keeps the newest unmatched requests and those that are pinned', () => {
    const { leads } = openTestStorage()
    const unmatched = newLead({}, { verdict: 'unmatched' })
    leads.insert([unmatched, newLead({}), unmatched, unmatched, unmatched, newLead({})])
    leads.mark({ ids: [1] }, { pinned: true })
    expect(leads.trimUnmatched(4)).toEqual([])
    expect(leads.trimUnmatched(2)).toEqual([3, 4])
    expect(leads.trimUnmatched(2)).toEqual([])
    expect(leads.page(everyLead, null, null, 10).map((lead) => lead.id)).toEqual([6, 5, 2, 1])
    expect(leads.facets().verdict.toSorted((a, b) => a.value.localeCompare(b.value))).toEqual([
      { value: 'matches', count: 2 },
      { value: 'unmatched', count: 2 },
    ])
  })

  it('removes leads that the search has not taken in yet', () => {
    const { leads } = openTestStorage()
    leads.insert([newLead({ lastName: 'Early' }, at(1)), newLead({ lastName: 'Late' }, at(9))])
    expect(leads.removeOlderThan(5)).toBe(1)
    expect(leads.page(leadQuery({ text: 'early' }), null, null, 10)).toEqual([])
    expect(leads.page(leadQuery({ text: 'late' }), null, null, 10)).toHaveLength(1)
  })
})

describe('today', () => {
  it('counts leads of the day, unmatched requests apart', () => {
    const { leads } = openTestStorage()
    leads.insert([newLead({}, at(99)), newLead({}, at(100))])
    expect(leads.today(100)).toEqual({ leads: 1, notValid: 0 })
    leads.insert([
      newLead({}, { ...at(101), verdict: 'does-not-match' }),
      newLead({}, { ...at(102), verdict: 'unmatched' }),
      newLead({}, { ...at(50), verdict: 'not-json' }),
      newLead({}, { ...at(103), verdict: 'not-a-lead' }),
      newLead({}, { ...at(104), verdict: 'matches-with-warnings' }),
    ])
    expect(leads.today(100)).toEqual({ leads: 4, notValid: 2 })
    leads.delete({ ids: [3] }, 'a')
    expect(leads.today(100)).toEqual({ leads: 3, notValid: 1 })
    leads.restore('a')
    expect(leads.today(100)).toEqual({ leads: 4, notValid: 2 })
    expect(leads.today(0)).toEqual({ leads: 6, notValid: 3 })
  })
})
