import type { Check } from '@shared/request/check'
import { expect, test } from 'vitest'
import { createDurationHistogram } from '../../../../src/engine/runner/duration-histogram'
import { createRunStatistics, noCounts } from '../../../../src/engine/runner/run-statistics'

test('the part of a known distribution is met within one percent', () => {
  const histogram = createDurationHistogram()
  for (let number = 1; number <= 100_000; number++) histogram.add(number / 10)
  for (const part of [0.5, 0.95, 0.99]) {
    const wanted = 10_000 * part
    expect(Math.abs(histogram.quantile(part) - wanted) / wanted).toBeLessThan(0.011)
  }
})

test('one duration is its own quantile; none is 0; extremes do not leave the table', () => {
  const histogram = createDurationHistogram()
  expect(histogram.quantile(0.95)).toBe(0)
  histogram.add(7)
  expect(histogram.quantile(0.95)).toBe(7)
  histogram.add(0)
  histogram.add(1e12)
  expect(histogram.quantile(0.1)).toBeLessThan(0.01)
  expect(histogram.quantile(1)).toBeGreaterThan(3_000_000)
})

test('counts results and checks, and takes durations of answered requests only', () => {
  let time = 1000
  const statistics = createRunStatistics(() => time)
  const check: Check = { type: 'status', enabled: true, expected: '200' }
  const held = { check, passed: true, actual: '200' }
  statistics.add({ passed: true, checks: [held, held], durationMs: 10, status: 200 })
  statistics.add({ passed: false, checks: [held, { ...held, passed: false }], durationMs: 30, status: 200 })
  statistics.add({ passed: false, checks: [], durationMs: 60_000, status: null })
  time = 3000
  expect(statistics.read()).toEqual({
    done: 3,
    failed: 2,
    checksPassed: 3,
    checksFailed: 1,
    requestsPerSecond: 1.5,
    averageMs: 20,
    p95Ms: 30,
  })
})

test('before the first result everything is nought', () => {
  expect(createRunStatistics(() => 0).read()).toEqual(noCounts)
})
