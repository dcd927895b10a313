import { relativeTime, sameLocalDay } from '@shared/text/relative-time'
import { expect, test } from 'vitest'

const now = Date.UTC(2026, 0, 15, 12)

test.each([
  [0, 0, 'second'],
  [-999, 0, 'second'],
  [-59_000, -59, 'second'],
  [-60_000, -1, 'minute'],
  [-3_599_000, -59, 'minute'],
  [-7_200_000, -2, 'hour'],
  [-86_400_000 * 3, -3, 'day'],
  [60_000, 1, 'minute'],
])('%d ms from now is %d %s', (difference, amount, unit) => {
  const age = relativeTime(now + difference, now)
  expect(age.amount + 0).toBe(amount)
  expect(age.unit).toBe(unit)
})

test('a day is the local calendar day', () => {
  const midnight = new Date(2026, 0, 15).getTime()
  expect(sameLocalDay(midnight, midnight + 3_600_000)).toBe(true)
  expect(sameLocalDay(midnight, midnight - 1)).toBe(false)
})
