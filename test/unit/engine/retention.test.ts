import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startRetention } from '../../../src/engine/retention'

const day = 24 * 60 * 60 * 1000

describe('retention', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 21) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is off unless the user wants it', () => {
    const removed = vi.fn(() => 5)
    const retention = startRetention(
      { removeOlderThan: removed },
      () => null,
      () => {},
    )
    expect(removed).not.toHaveBeenCalled()
    retention.stop()
  })

  it('removes at the start and once an hour, and tells how many went', () => {
    const times: number[] = []
    const told: number[] = []
    const retention = startRetention(
      {
        removeOlderThan: (time) => {
          times.push(time)
          return times.length === 1 ? 3 : 0
        },
      },
      () => 30,
      (count) => told.push(count),
    )
    expect(times).toEqual([Date.UTC(2026, 10, 21) - 30 * day])
    vi.advanceTimersByTime(60 * 60 * 1000)
    expect(times).toHaveLength(2)
    expect(told).toEqual([3])
    retention.stop()
    vi.advanceTimersByTime(day)
    expect(times).toHaveLength(2)
  })
})
