import type { LeadIndex } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import { everyLead, type LeadQuery } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { describe, expect, it } from 'vitest'
import { changeLeadWindow, loadedLeadsLimit } from '../../../../src/renderer/src/state/change-lead-window'
import {
  emptyLeadWindow,
  type LeadWindow,
  shownLead,
  shownRowOf,
  shownRows,
} from '../../../../src/renderer/src/state/lead-window'
import { buildLead, buildLeads } from './lead-builder'

const blockSize = 10

/** An index over ids `total` … 1. */
function indexOf(total: number, size = blockSize): LeadIndex {
  const anchors = Array.from({ length: Math.ceil(total / size) }, (_, at) => total - at * size)
  return { total, blockSize: size, anchors }
}

function openWindow(total: number, query: LeadQuery = everyLead, size = blockSize): LeadWindow {
  const queried = changeLeadWindow(emptyLeadWindow, { type: 'queried', query })
  const asking = changeLeadWindow(queried, { type: 'asking' })
  const head = new Map(total > 0 ? [[total, buildLeads(total, Math.max(1, total - size + 1))]] : [])
  return changeLeadWindow(asking, { type: 'indexed', asked: asking.asked, index: indexOf(total, size), pages: head })
}

function happen(window: LeadWindow, event: EngineEvent, near = 0): LeadWindow {
  return changeLeadWindow(window, { type: 'event', event, near })
}

function store(window: LeadWindow, leads: readonly LeadSummary[], count = leads.length): LeadWindow {
  return happen(window, { type: 'leads-stored', leads, count })
}

const needsIndex = (window: LeadWindow) => window.wanted !== window.asked

describe('lead window', () => {
  it('knows every row after the index, and the leads of the loaded blocks only', () => {
    const window = openWindow(95)
    expect(shownRows(window)).toBe(95)
    expect(shownLead(window, 0)?.id).toBe(95)
    expect(shownLead(window, 9)?.id).toBe(86)
    expect(shownLead(window, 10)).toBeNull()
    expect(needsIndex(window)).toBe(false)
  })

  it('shows a block when its page arrives, and finds its leads by id', () => {
    const paged = changeLeadWindow(openWindow(95), { type: 'paged', from: 45, leads: buildLeads(45, 36), near: 55 })
    expect(shownLead(paged, 50)?.id).toBe(45)
    expect(shownRowOf(paged, 40)).toBe(55)
    expect(shownRowOf(paged, 70)).toBeNull()
  })

  it('takes the count of a page that is shorter than planned', () => {
    const paged = changeLeadWindow(openWindow(95), { type: 'paged', from: 45, leads: buildLeads(45, 40), near: 55 })
    expect(shownRows(paged)).toBe(91)
  })

  it('ignores the answer to an older question', () => {
    const asking = changeLeadWindow(changeLeadWindow(openWindow(5), { type: 'refresh' }), { type: 'asking' })
    const late = changeLeadWindow(asking, {
      type: 'indexed',
      asked: asking.asked - 1,
      index: indexOf(90),
      pages: new Map(),
    })
    expect(late).toBe(asking)
  })

  it('puts stored leads on top, newest first, without asking the engine', () => {
    const window = store(store(openWindow(95), buildLeads(97, 96)), [buildLead(98)])
    expect([0, 1, 2, 3].map((row) => shownLead(window, row)?.id)).toEqual([98, 97, 96, 95])
    expect(shownRows(window)).toBe(98)
    expect(needsIndex(window)).toBe(false)
  })

  it('does not add a lead twice that the index already counted', () => {
    expect(shownRows(store(openWindow(95), buildLeads(96, 94)))).toBe(96)
  })

  it('reads the index again when more leads came than were told', () => {
    const window = store(openWindow(95), buildLeads(400, 395), 305)
    expect(shownLead(window, 0)?.id).toBe(400)
    expect(needsIndex(window)).toBe(true)
  })

  it('keeps the rows in place while the user is not at the top, and counts what waits above', () => {
    const away = changeLeadWindow(openWindow(95), { type: 'unfollowed' })
    const window = store(away, buildLeads(98, 96))
    expect(window.hidden).toBe(3)
    expect(shownRows(window)).toBe(95)
    expect(shownLead(window, 0)?.id).toBe(95)
    expect(shownRowOf(window, 97)).toBeNull()
    const back = changeLeadWindow(window, { type: 'followed' })
    expect(back.hidden).toBe(0)
    expect(shownLead(back, 0)?.id).toBe(98)
  })

  it('keeps the rows in place when a new index brings what waits above', () => {
    const away = store(changeLeadWindow(openWindow(95), { type: 'unfollowed' }), buildLeads(98, 96))
    const asking = changeLeadWindow(happen(away, { type: 'leads-reset' }), { type: 'asking' })
    const pages = new Map([[99, buildLeads(99, 90)]])
    const window = changeLeadWindow(asking, { type: 'indexed', asked: asking.asked, index: indexOf(99), pages })
    expect(window.hidden).toBe(4)
    expect(shownLead(window, 0)?.id).toBe(95)
  })

  it('adds leads that were stored while the index was being read', () => {
    const asking = changeLeadWindow(changeLeadWindow(emptyLeadWindow, { type: 'refresh' }), { type: 'asking' })
    const meanwhile = store(store(asking, [buildLead(95)]), buildLeads(97, 96))
    const window = changeLeadWindow(meanwhile, {
      type: 'indexed',
      asked: asking.asked,
      index: indexOf(95),
      pages: new Map([[95, buildLeads(95, 86)]]),
    })
    expect([0, 1, 2].map((row) => shownLead(window, row)?.id)).toEqual([97, 96, 95])
    expect(shownRows(window)).toBe(97)
  })

  it('lets only matching leads into a filtered list', () => {
    const window = openWindow(20, { ...everyLead, verdicts: ['does-not-match'] })
    const after = store(window, [buildLead(22, { verdict: 'does-not-match' }), buildLead(21)])
    expect(shownRows(after)).toBe(21)
    expect(shownLead(after, 0)?.id).toBe(22)
  })

  it('asks the engine about a text search, but not for leads that the filters leave out', () => {
    const window = openWindow(20, { ...everyLead, text: 'contoso', countries: ['SE'] })
    expect(needsIndex(store(window, [buildLead(21)]))).toBe(false)
    expect(needsIndex(store(window, [buildLead(21, { country: 'SE' })]))).toBe(true)
  })

  it('waits with a text search until the user is back at the top', () => {
    const away = changeLeadWindow(openWindow(20, { ...everyLead, text: 'contoso' }), { type: 'unfollowed' })
    const window = store(away, [buildLead(21)])
    expect(needsIndex(window)).toBe(false)
    expect(needsIndex(changeLeadWindow(window, { type: 'followed' }))).toBe(true)
  })

  it('replaces changed leads in place, even when a filter would leave them out now', () => {
    const window = openWindow(20, { ...everyLead, unread: true })
    const read = happen(window, { type: 'leads-changed', leads: [buildLead(18, { unread: false })] })
    expect(shownLead(read, 2)?.unread).toBe(false)
    expect(needsIndex(read)).toBe(false)
    const joined = happen(window, { type: 'leads-changed', leads: [buildLead(3, { unread: true })] })
    expect(needsIndex(joined)).toBe(true)
  })

  it('takes deleted leads out, also where they are only counted', () => {
    const window = happen(openWindow(95), { type: 'leads-deleted', ids: [94, 40, 41] })
    expect(shownRows(window)).toBe(92)
    expect(shownLead(window, 1)?.id).toBe(93)
    expect(needsIndex(window)).toBe(false)
  })

  it('asks again when deleted leads of a filtered list are not loaded', () => {
    const window = openWindow(95, { ...everyLead, pinned: true })
    expect(needsIndex(happen(window, { type: 'leads-deleted', ids: [94] }))).toBe(false)
    expect(needsIndex(happen(window, { type: 'leads-deleted', ids: [40] }))).toBe(true)
  })

  it('is empty, not broken, after the last lead is deleted', () => {
    const window = happen(openWindow(2), { type: 'leads-deleted', ids: [1, 2] })
    expect(shownRows(window)).toBe(0)
    expect(shownLead(window, 0)).toBeNull()
    expect(shownRows(store(window, [buildLead(3)]))).toBe(1)
  })

  it('holds a bounded number of leads however far one scrolls, and keeps those near the screen', () => {
    const size = 500
    let window = openWindow(100_000, everyLead, size)
    for (let from = 99_500; from > 50_000; from -= size) {
      window = changeLeadWindow(window, {
        type: 'paged',
        from,
        leads: buildLeads(from, from - size + 1),
        near: 100_000 - from,
      })
    }
    const loaded = window.list.blocks.reduce((sum, block) => sum + (block.leads?.length ?? 0), 0)
    expect(loaded).toBeLessThanOrEqual(loadedLeadsLimit)
    expect(loaded).toBeGreaterThan(loadedLeadsLimit / 2)
    expect(shownLead(window, 49_400)?.id).toBe(50_600)
    expect(shownLead(window, 0)).toBeNull()
  })

  it('stays bounded while leads arrive and nobody looks', () => {
    let window = changeLeadWindow(openWindow(10), { type: 'unfollowed' })
    for (let newest = 210; newest <= 20_010; newest += 200) {
      window = happen(window, { type: 'leads-stored', leads: buildLeads(newest, newest - 199), count: 200 }, newest)
    }
    const loaded = window.list.blocks.reduce((sum, block) => sum + (block.leads?.length ?? 0), 0)
    expect(loaded).toBeLessThanOrEqual(loadedLeadsLimit)
    expect(window.hidden).toBe(20_000)
    expect(shownRows(window)).toBe(10)
  })

  it('shows a failure until it is asked again', () => {
    const asking = changeLeadWindow(emptyLeadWindow, { type: 'asking' })
    const error = { code: 'storage-failed', params: {} } as const
    const failed = changeLeadWindow(asking, { type: 'index-failed', asked: asking.asked, error })
    expect(failed.phase).toEqual({ state: 'failed', error })
    expect(changeLeadWindow(failed, { type: 'refresh' }).phase.state).toBe('loading')
  })
})
