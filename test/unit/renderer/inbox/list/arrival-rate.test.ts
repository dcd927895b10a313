import { describe, expect, it } from 'vitest'
import { type Arrivals, addArrivals, arrivalRate } from '../../../../../src/renderer/src/inbox/list/arrival-rate'

describe('arrival rate', () => {
  it('is told only above ten a second, and goes when the leads stop', () => {
    let arrivals: Arrivals = []
    for (let at = 0; at < 3000; at += 100) arrivals = addArrivals(arrivals, at, 1)
    expect(arrivalRate(arrivals, 3000)).toBeNull()
    for (let at = 3000; at < 6000; at += 100) arrivals = addArrivals(arrivals, at, 3)
    expect(arrivalRate(arrivals, 5950)).toBe(30)
    expect(arrivalRate(arrivals, 9100)).toBeNull()
  })

  it('remembers three seconds only', () => {
    let arrivals: Arrivals = []
    for (let at = 0; at < 60_000; at += 100) arrivals = addArrivals(arrivals, at, 1)
    expect(arrivals.length).toBeLessThanOrEqual(31)
  })
})
