import type { EngineEvent } from '@shared/contract/engine-events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEventBatcher, mergeEvents } from '../../../src/engine/event-batcher'
import { newLead, summaryOf } from '../../helpers/leads'

const stored = (...ids: number[]): EngineEvent => ({
  type: 'leads-stored',
  leads: ids.map((id) => summaryOf(newLead({}), id)),
  count: ids.length,
})
const progress = (jobId: string, done: number): EngineEvent => ({ type: 'job-progress', jobId, done, total: 10 })

describe('mergeEvents', () => {
  it('makes one event of stored leads, newest first', () => {
    const [event, ...others] = mergeEvents([stored(2, 1), stored(4, 3)])
    expect(others).toEqual([])
    expect(event).toMatchObject({ type: 'leads-stored', count: 4 })
    expect(event?.type === 'leads-stored' && event.leads.map((lead) => lead.id)).toEqual([4, 3, 2, 1])
  })

  it('carries at most 200 leads but tells the true number', () => {
    const events = Array.from({ length: 300 }, (_, id) => stored(id + 1))
    const [event] = mergeEvents(events)
    expect(event).toMatchObject({ count: 300 })
    expect(event?.type === 'leads-stored' && event.leads.length).toBe(200)
    expect(event?.type === 'leads-stored' && event.leads[0]?.id).toBe(300)
  })

  it('keeps the order of leads stored before and after a deletion', () => {
    const types = mergeEvents([stored(1), { type: 'leads-deleted', ids: [1] }, stored(2)]).map((event) => event.type)
    expect(types).toEqual(['leads-stored', 'leads-deleted', 'leads-stored'])
  })

  it('keeps only the latest progress of each job', () => {
    const events = [progress('a', 1), progress('b', 1), progress('a', 5)]
    expect(mergeEvents(events)).toEqual([progress('b', 1), progress('a', 5)])
  })
})

describe('the batcher', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('sends the first event at once and then at most one batch in 100 ms', () => {
    const batcher = createEventBatcher()
    const batches: (readonly EngineEvent[])[] = []
    batcher.listen((events) => batches.push(events))
    batcher.publish(stored(1))
    vi.advanceTimersByTime(1)
    expect(batches).toHaveLength(1)
    for (let id = 2; id <= 50; id++) batcher.publish(stored(id))
    vi.advanceTimersByTime(50)
    expect(batches).toHaveLength(1)
    vi.advanceTimersByTime(60)
    expect(batches).toHaveLength(2)
    expect(batches[1]).toMatchObject([{ count: 49 }])
  })

  it('lets a batch be completed once', () => {
    const batcher = createEventBatcher((events) => [...events, { type: 'leads-reset' }])
    const batches: (readonly EngineEvent[])[] = []
    batcher.listen((events) => batches.push(events))
    batcher.publish(stored(1))
    batcher.publish(stored(2))
    batcher.flush()
    expect(batches.map((events) => events.map((event) => event.type))).toEqual([['leads-stored', 'leads-reset']])
  })

  it('no longer tells a listener that has left', () => {
    const batcher = createEventBatcher()
    let heard = 0
    const leave = batcher.listen(() => heard++)
    batcher.publish(stored(1))
    leave()
    batcher.flush()
    expect(heard).toBe(0)
  })
})
