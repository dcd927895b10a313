import type { RunSummary } from '@shared/run/run'
import { expect, test } from 'vitest'
import { addRuns, applyRunEvent, mayConcern } from '../../../../src/renderer/src/state/run-list'

const flowId = 'a'.repeat(32)

function run(id: number, state: RunSummary['state'] = { state: 'Succeeded', endedAt: 20 }, of = flowId): RunSummary {
  return {
    id,
    runId: `${id}`,
    flowId: of,
    flowName: 'Flow',
    leadId: id,
    isTest: false,
    startedAt: 10,
    state,
    resubmitOf: null,
  }
}

const ids = (runs: readonly RunSummary[] | 'again') => (runs === 'again' ? runs : runs.map(({ id }) => id))
const changed = (...runs: readonly RunSummary[]) => ({ type: 'flow-runs-changed' as const, runs })
const failed = { state: 'Failed', endedAt: 20 } as const

test('a run that begins stands on top, one that goes on stays where it is', () => {
  const shown = { runs: [run(2), run(1)], isComplete: true }
  expect(ids(applyRunEvent({ flowId, state: 'all' }, shown, changed(run(3), run(1, failed))))).toEqual([3, 2, 1])
  expect(applyRunEvent({ flowId, state: 'all' }, shown, changed(run(1, failed)))).toEqual([run(2), run(1, failed)])
})

test('runs of other flows and states are left out; one that leaves its state goes', () => {
  const shown = { runs: [run(2, { state: 'Running' })], isComplete: true }
  const query = { flowId, state: 'Running' } as const
  expect(applyRunEvent(query, shown, changed(run(3, { state: 'Running' }, 'b'.repeat(32))))).toBe(shown.runs)
  expect(ids(applyRunEvent(query, shown, changed(run(2))))).toEqual([])
  expect(ids(applyRunEvent({ flowId: null, state: 'all' }, shown, changed(run(3, failed, 'b'.repeat(32)))))).toEqual([
    3, 2,
  ])
})

test('an older run waits for its page, unless all are read', () => {
  const query = { flowId, state: 'Failed' } as const
  const runs = [run(5, failed)]
  expect(ids(applyRunEvent(query, { runs, isComplete: false }, changed(run(3, failed))))).toEqual([5])
  expect(ids(applyRunEvent(query, { runs, isComplete: true }, changed(run(3, failed))))).toEqual([5, 3])
})

test('more runs than an event can name are read again; other events change nothing', () => {
  const shown = { runs: [run(1)], isComplete: true }
  const many = Array.from({ length: 200 }, (_, at) => run(at + 2))
  expect(applyRunEvent({ flowId, state: 'all' }, shown, changed(...many))).toBe('again')
  expect(applyRunEvent({ flowId, state: 'all' }, shown, { type: 'rehearsal-changed' })).toBe(shown.runs)
})

test('a page that overlaps doubles nothing', () => {
  expect(ids(addRuns([run(5), run(4)], [run(4), run(3)]))).toEqual([5, 4, 3])
})

test('where old runs were removed, and where an event is full, only the engine can tell', () => {
  const shown = { runs: [run(2), run(1)], isComplete: true }
  expect(applyRunEvent({ flowId, state: 'all' }, shown, { type: 'flow-runs-reset' })).toBe('again')
  const isFirst = ({ id }: RunSummary) => id === 1
  expect(mayConcern({ type: 'flow-runs-reset' }, isFirst)).toBe(true)
  expect(mayConcern(changed(run(1)), isFirst)).toBe(true)
  expect(mayConcern(changed(run(2)), isFirst)).toBe(false)
  expect(mayConcern(changed(...Array.from({ length: 200 }, (_, at) => run(at + 2))), isFirst)).toBe(true)
})
