import { expect, test } from 'vitest'
import { applyRunEvent, takeRun } from '../../../../src/renderer/src/state/runner-store'
import { collectionRun } from '../../../helpers/collection-runs'

const running = (done: number) => collectionRun(2, { done, state: { state: 'running' } })

test('a run that is new stands at the front, a known one in its place', () => {
  const runs = applyRunEvent([collectionRun(1)], { type: 'collection-run-changed', run: running(5) })
  expect(runs.map(({ id }) => id)).toEqual([2, 1])
  expect(takeRun(runs, running(9))[0]?.done).toBe(9)
})

test('what comes late changes nothing: a run neither goes back nor runs again', () => {
  expect(takeRun([running(9)], running(5))[0]?.done).toBe(9)
  const ended = collectionRun(2, { done: 9 })
  expect(takeRun([ended], running(9))[0]).toBe(ended)
})
