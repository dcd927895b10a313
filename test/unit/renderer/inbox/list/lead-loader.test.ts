import { AppError } from '@shared/app-error'
import { everyLead, type LeadQuery } from '@shared/lead/lead-query'
import { describe, expect, it, vi } from 'vitest'
import { createLeadLoader, type LeadSource } from '../../../../../src/renderer/src/inbox/list/lead-loader'
import {
  changeLeadWindow,
  emptyLeadWindow,
  type LeadWindow,
  shownLead,
  shownRows,
} from '../../../../../src/renderer/src/state/lead-window'
import { buildLead, buildLeads } from '../../state/lead-builder'

/** An engine with ids `total` … 1 in blocks of 10; calls wait for `gate` when there is one. */
function fakeEngine(total: number) {
  const engine = {
    total,
    indexed: [] as LeadQuery[],
    pages: [] as number[],
    failure: null as AppError | null,
    gate: Promise.resolve(),
  }
  const source: LeadSource = {
    index: async (query) => {
      engine.indexed.push(query)
      await engine.gate
      if (engine.failure) throw engine.failure
      const anchors = Array.from({ length: Math.ceil(engine.total / 10) }, (_, at) => engine.total - at * 10)
      return { total: engine.total, blockSize: 10, anchors }
    },
    page: async (_query, from, until) => {
      engine.pages.push(from)
      await engine.gate
      return buildLeads(from, (until ?? 0) + 1)
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
    refreshMs,
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
  it('reads the index, then the first block with it, and no other', async () => {
    const { engine, state, loader } = open(95)
    loader.dispatch({ type: 'refresh' })
    await vi.waitFor(() => expect(shownLead(state.window, 0)?.id).toBe(95))
    expect(shownRows(state.window)).toBe(95)
    expect(engine.pages).toEqual([95])
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
    expect(engine.indexed.map((query) => query.text)).toEqual(['', 'contoso'])
    gate.resolve()
    await vi.waitFor(() => expect(state.window.phase.state).toBe('ready'))
    expect(shownRows(state.window)).toBe(12)
  })

  it('does not ask for the same index again while one is under way', async () => {
    const { engine, state, loader } = open(95)
    const gate = makeGate()
    engine.gate = gate.promise
    loader.dispatch({ type: 'refresh' })
    for (let time = 0; time < 20; time++) {
      loader.dispatch({ type: 'event', event: { type: 'leads-reset' }, near: 0 })
    }
    expect(engine.indexed.length).toBe(1)
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
