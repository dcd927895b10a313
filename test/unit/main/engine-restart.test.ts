import { expect, test } from 'vitest'
import { decideRestart, quickEndsAllowed } from '../../../src/main/engine-restart'

test('waits longer after each quick end, then gives up', () => {
  const decisions = Array.from({ length: quickEndsAllowed + 1 }, (_, ends) => decideRestart(ends, 100))
  expect(decisions.map((decision) => (decision.state === 'restart' ? decision.inMs : decision.state))).toEqual([
    250,
    500,
    1000,
    2000,
    5000,
    5000,
    5000,
    5000,
    'gave-up',
  ])
})

test('a minute of health makes the next end the first one', () => {
  expect(decideRestart(quickEndsAllowed, 60_000)).toEqual({ state: 'restart', attempt: 1, inMs: 250 })
  expect(decideRestart(quickEndsAllowed, 59_999)).toEqual({ state: 'gave-up' })
})
