import { expect, test } from 'vitest'
import { applyTestEvent, type FlowTests, loseTests } from '../../../../src/renderer/src/state/flow-test-store'

const [one, two] = ['a'.repeat(32), 'b'.repeat(32)] as const

test('a test waits, and the request that comes ends it', () => {
  const starting: FlowTests = { [one]: { state: 'starting' } }
  const waiting = applyTestEvent(starting, { type: 'flow-test-changed', test: { flowId: one, since: 5 } })
  expect(waiting).toEqual({ [one]: { state: 'waiting', since: 5 } })
  expect(applyTestEvent(waiting, { type: 'flow-test-ended', flowId: one, ended: { by: 'run', runId: 7 } })).toEqual({
    [one]: { state: 'ended', runId: 7 },
  })
})

test('a request that the trigger refused ends its test without a run; one that was stopped here is gone already', () => {
  const tests: FlowTests = { [one]: { state: 'waiting', since: 1 }, [two]: { state: 'waiting', since: 2 } }
  const refused = { type: 'flow-test-ended', flowId: one, ended: { by: 'refusal', leadId: 4 } } as const
  const ended = applyTestEvent(tests, refused)
  expect(ended).toEqual({ [one]: { state: 'refused', leadId: 4 }, [two]: { state: 'waiting', since: 2 } })
  expect(applyTestEvent({}, refused)).toEqual({})
})

test('what the engine tells of a test that was stopped here brings no bar back', () => {
  const started = { type: 'flow-test-changed', test: { flowId: one, since: 5 } } as const
  const stopped = { type: 'flow-test-ended', flowId: one, ended: { by: 'stop' } } as const
  expect([started, stopped].reduce(applyTestEvent, {})).toEqual({})
  // Stopped is not refused: nothing came.
  const waiting: FlowTests = { [one]: { state: 'waiting', since: 5 } }
  expect(applyTestEvent(waiting, stopped)).toBe(waiting)
  // Begun anew meanwhile.
  expect([started, stopped, started].reduce<FlowTests>(applyTestEvent, { [one]: { state: 'starting' } })).toEqual({
    [one]: { state: 'waiting', since: 5 },
  })
})

test('a new engine waits for nothing; outcomes stay', () => {
  const tests: FlowTests = { [one]: { state: 'waiting', since: 1 }, [two]: { state: 'ended', runId: 3 } }
  expect(loseTests(tests)).toEqual({ [one]: { state: 'lost' }, [two]: { state: 'ended', runId: 3 } })
})
