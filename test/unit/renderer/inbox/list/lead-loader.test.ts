import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@shared/app-error'
import { everyLead, type LeadQuery } from '@shared/lead/lead-query'
import { describe, expect, it, vi } from 'vitest'
import { createLeadLoader, type LeadSource } from '../../../../../src/renderer/src/inbox/list/lead-loader'
import { changeLeadWindow } from '../../../../../src/renderer/src/state/change-lead-window'
import {
  emptyLeadWindow,
  type LeadWindow,
  shownLead,
  shownRows,
} from '../../../../../src/renderer/src/state/lead-window'
import { buildLead, buildLeads } from '../../state/lead-builder'

/** An engine with ids `total` … 1 in blocks of 10; calls wait for `gate` when there is one, the index for its own too. */
function fakeEngine(total: number) {
  const engine = {
    total,
    indexed: [] as LeadQuery[],
    asked: [] as LeadQuery[],
    /** Where the pages began that were asked for; null is the head. */
    pages: [] as (number | null)[],
    failure: null as AppError | null,
    gate: Promise.resolve(),
    indexGate: Promise.resolve(),
  }
  const source: LeadSource = {
    index: async (query) => {
      engine.indexed.push(query)
      const { total } = engine
      await Promise.all([engine.gate, engine.indexGate])
      if (engine.failure) throw engine.failure
      const anchors = Array.from({ length: Math.ceil(total / 10) }, (_, at) => total - at * 10)
      return { total, blockSize: 10, anchors }
    },
    page: async (query, from, until, limit) => {
      engine.pages.push(from)
      engine.asked.push(query)
      const newest = from ?? engine.total
      await engine.gate
      if (engine.failure) throw engine.failure
      return buildLeads(newest, Math.max(newest - limit, until ?? 0) + 1)
    },
  }
  return { engine, source }
}

function open(total: number, refreshMs = 0) {
  const { engine, source } = fakeEngine(total)
  const state: { window: LeadWindow } = { window: emptyLeadWindow }
  const loader = createLeadLoader(
    source,
    () => state.window,
    (action) => {
      state.window = changeLeadWindow(state.window, action)
    },
    { refreshMs, headSize: 10 },
  )
  return { engine, state, loader }
}

function makeGate() {
  let resolve = () => {}
  const promise = new Promise<void>((open) => {
    resolve = open
  })
  return { promise, resolve: () => resolve() }
}

describe('lead loader', () => {
  it('shows the newest leads before the index is there, then every row', async () => {
    const { engine, state, loader } = open(95)
    const gate = makeGate()
    engine.indexGate = gate.promise
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('head'))
    expect(shownRows(state.window)).toBe(10)
    expect(shownLead(state.window, 0)?.id).toBe(95)
    gate.resolve()
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    expect(shownRows(state.window)).toBe(95)
    expect(shownLead(state.window, 0)?.id).toBe(95)
    expect(engine.pages).toEqual([null, 95])
  })

  it.each([0, 1, 9])('reads no index for a list of %i leads, which the head has all of', async (total) => {
    const { engine, state, loader } = open(total)
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    expect(shownRows(state.window)).toBe(total)
    expect(shownLead(state.window, 0)?.id).toBe(total === 0 ? undefined : total)
    expect(state.window.pending).toBeNull()
    expect(engine.indexed).toEqual([])
    expect(engine.pages).toEqual([null])
  })

  it('keeps the rows in place and filled when the index comes while the head is scrolled and leads arrive', async () => {
    const { engine, state, loader } = open(95)
    const gate = makeGate()
    engine.indexGate = gate.promise
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('head'))
    loader.view({ first: 4, last: 9 })
    loader.dispatch({ type: 'unfollowed' })
    const leads = buildLeads(97, 96)
    loader.dispatch({ type: 'event', event: { type: 'leads-stored', leads, count: 2 }, near: 6 })
    const seen = () => [4, 5, 6, 7, 8, 9].map((row) => shownLead(state.window, row)?.id)
    expect(seen()).toEqual([91, 90, 89, 88, 87, 86])
    gate.resolve()
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    expect(seen()).toEqual([91, 90, 89, 88, 87, 86])
    expect(shownRows(state.window)).toBe(95)
    expect(state.window.hidden).toBe(2)
    loader.dispatch({ type: 'followed' })
    expect([0, 1, 2].map((row) => shownLead(state.window, row)?.id)).toEqual([97, 96, 95])
  })

  it('adds leads that were stored while the head was being read', async () => {
    const { engine, state, loader } = open(95)
    const [gate, indexGate] = [makeGate(), makeGate()]
    engine.gate = gate.promise
    engine.indexGate = indexGate.promise
    loader.dispatch({ type: 'refresh' })
    loader.dispatch({ type: 'event', event: { type: 'leads-stored', leads: [buildLead(96)], count: 1 }, near: 0 })
    gate.resolve()
    await vi.waitFor(() => expect(state.window.phase.state).toBe('head'))
    expect([0, 1].map((row) => shownLead(state.window, row)?.id)).toEqual([96, 95])
    indexGate.resolve()
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    expect([0, 1].map((row) => shownLead(state.window, row)?.id)).toEqual([96, 95])
    expect(shownRows(state.window)).toBe(96)
  })

  it('drops the index of a list whose query changed while only its head was shown', async () => {
    const { engine, state, loader } = open(95)
    const gate = makeGate()
    engine.indexGate = gate.promise
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('head'))
    engine.total = 7
    loader.dispatch({ type: 'queried', query: { ...everyLead, text: 'contoso' } })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    const answered = state.window
    gate.resolve()
    await nextTurn()
    expect(state.window).toBe(answered)
    expect(shownRows(state.window)).toBe(7)
    expect(engine.pages).toEqual([null, null])
  })

  it('reads the list again when leads went while only its head was shown', async () => {
    const { engine, state, loader } = open(95)
    const gate = makeGate()
    engine.indexGate = gate.promise
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('head'))
    loader.dispatch({ type: 'event', event: { type: 'leads-deleted', ids: [95] }, near: 0 })
    expect(shownLead(state.window, 0)?.id).toBe(94)
    engine.total = 94
    gate.resolve()
    await vi.waitFor(() => expect(engine.indexed.length).toBe(2))
    await vi.waitFor(() => expect(shownRows(state.window)).toBe(94))
  })

  it('says so when the index fails after the head', async () => {
    const { engine, state, loader } = open(95)
    const gate = makeGate()
    engine.indexGate = gate.promise
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('head'))
    engine.failure = new AppError('storage-failed')
    gate.resolve()
    await vi.waitFor(() => expect(state.window.phase.state).toBe('failed'))
    expect(shownLead(state.window, 0)?.id).toBe(95)
  })

  it('loads only the blocks on the screen, not those that were scrolled past', async () => {
    const { engine, state, loader } = open(10_000)
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    for (let first = 0; first <= 9000; first += 100) loader.view({ first, last: first + 15 })
    await vi.waitFor(() => expect(shownLead(state.window, 9000)?.id).toBe(1000))
    await vi.waitFor(() => expect(shownLead(state.window, 9015)?.id).toBe(985))
    expect(engine.pages.length).toBeLessThan(8)
  })

  it('asks for a new query at once and ignores the answer to the one before', async () => {
    const { engine, state, loader } = open(95)
    const gate = makeGate()
    engine.gate = gate.promise
    loader.dispatch({ type: 'refresh' })
    engine.total = 12
    loader.dispatch({ type: 'queried', query: { ...everyLead, text: 'contoso' } })
    expect(engine.asked.map((query) => query.text)).toEqual(['', 'contoso'])
    gate.resolve()
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    expect(shownRows(state.window)).toBe(12)
    expect(engine.indexed.map((query) => query.text)).toEqual(['contoso'])
  })

  it('does not ask for the same index again while one is under way', async () => {
    const { engine, state, loader } = open(95)
    const gate = makeGate()
    engine.gate = gate.promise
    loader.dispatch({ type: 'refresh' })
    for (let time = 0; time < 20; time++) {
      loader.dispatch({ type: 'event', event: { type: 'leads-reset' }, near: 0 })
    }
    expect(engine.pages).toEqual([null])
    gate.resolve()
    await vi.waitFor(() => expect(engine.indexed.length).toBe(2))
    await vi.waitFor(() => expect(state.window.wanted).toBe(state.window.asked))
  })

  it('refreshes a search no more often than it may, however fast leads arrive', async () => {
    const { engine, state, loader } = open(95, 60_000)
    loader.dispatch({ type: 'queried', query: { ...everyLead, text: 'contoso' } })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    for (let id = 96; id < 200; id++) {
      loader.dispatch({ type: 'event', event: { type: 'leads-stored', leads: [buildLead(id)], count: 1 }, near: 0 })
    }
    expect(engine.indexed.length).toBe(1)
    expect(state.window.wanted).toBeGreaterThan(state.window.asked)
  })

  it('keeps rows in place and filled when the list is read again', async () => {
    const { engine, state, loader } = open(500)
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    loader.dispatch({ type: 'unfollowed' })
    loader.view({ first: 200, last: 215 })
    await vi.waitFor(() => expect(shownLead(state.window, 210)?.id).toBe(290))
    engine.total = 507
    loader.dispatch({ type: 'event', event: { type: 'leads-reset' }, near: 208 })
    await vi.waitFor(() => expect(state.window.list.total).toBe(507))
    expect(shownLead(state.window, 200)?.id).toBe(300)
    expect(state.window.hidden).toBe(7)
  })

  it('says why the list cannot be read, and reads it when asked again', async () => {
    const { engine, state, loader } = open(95)
    engine.failure = new AppError('storage-failed')
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() =>
      expect(state.window.phase).toMatchObject({ state: 'failed', error: { code: 'storage-failed' } }),
    )
    engine.failure = null
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(shownRows(state.window)).toBe(95))
  })
})
