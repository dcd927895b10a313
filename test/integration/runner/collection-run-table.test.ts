import type { CollectionRun, RunResult } from '@shared/runner/collection-run'
import { expect, test } from 'vitest'
import { noCounts } from '../../../src/engine/runner/run-statistics'
import { openTestStorage } from '../../helpers/open-test-storage'
import { tempFolder } from '../../helpers/temp-folder'

const run: Omit<CollectionRun, 'id'> = {
  name: 'Leads \u0000 \ud800',
  startedAt: 1_000_000,
  options: { iterations: 2, concurrency: 1, delayMs: 0, bail: false },
  environmentName: null,
  dataName: 'leads.csv',
  total: 6,
  ...noCounts,
  state: { state: 'running' },
}

function result(number: number, passed = true): RunResult {
  return {
    number,
    iteration: 1,
    requestName: `R${number}`,
    folderPath: '',
    method: 'POST',
    url: 'http://127.0.0.1/',
    status: 202,
    failure: null,
    failureDetail: '',
    durationMs: 1.5,
    answerSize: 10,
    passed,
    checks: [],
    answerText: passed ? '' : 'hostile \u0000 text',
  }
}

test('runs and results come back as they were, in pages, the newest run first', () => {
  const table = openTestStorage().collectionRuns
  const first = table.insert(run)
  const second = table.insert({ ...run, name: 'Second' })
  table.save({ ...first, done: 2 }, [result(1), result(2, false)])
  table.save({ ...first, done: 3, state: { state: 'finished', endedAt: 1_000_500 } }, [result(3)])
  table.save(second, [result(1)])

  expect(table.list(10).map((found) => found.id)).toEqual([second.id, first.id])
  expect(table.list(1)).toHaveLength(1)
  expect(table.get(first.id)).toEqual({
    ...run,
    // A lone surrogate cannot be stored as UTF-8.
    name: 'Leads \u0000 \ud800',
    id: first.id,
    done: 3,
    state: { state: 'finished', endedAt: 1_000_500 },
  })
  expect(table.results(first.id, 'all', 0, 2)).toEqual([result(1), result(2, false)])
  expect(table.results(first.id, 'all', 2, 2)).toEqual([result(3)])
  expect(table.results(first.id, 'failed', 0, 10)).toEqual([result(2, false)])
  expect(table.results(first.id, 'failed', 2, 10)).toEqual([])
})

test('a run is deleted in parts and leaves the others alone', () => {
  const table = openTestStorage().collectionRuns
  const first = table.insert(run)
  const second = table.insert(run)
  table.save(first, [result(1), result(2), result(3)])
  table.save(second, [result(1)])
  expect([1, 2, 3].map(() => table.deleteSome(first.id, 2))).toEqual([true, false, false])
  expect(() => table.get(first.id)).toThrow('bad-input')
  expect(table.results(second.id, 'all', 0, 10)).toHaveLength(1)
})

test('a save that fails keeps neither its results nor the state of the run', () => {
  const table = openTestStorage().collectionRuns
  const first = table.insert(run)
  table.save({ ...first, done: 1 }, [result(1)])
  expect(() => table.save({ ...first, done: 3 }, [result(2), result(1)])).toThrow()
  expect(table.get(first.id).done).toBe(1)
  expect(table.results(first.id, 'all', 0, 10)).toHaveLength(1)
})

test('a run that was going on when the process ended is interrupted at the next start', () => {
  const folder = tempFolder()
  const storage = openTestStorage(folder)
  const before = storage.collectionRuns
  const running = before.insert(run)
  const ended = before.insert({ ...run, state: { state: 'stopped', endedAt: 5 } })
  before.save({ ...running, done: 4, requestsPerSecond: 2 }, [])
  storage.close()

  const table = openTestStorage(folder).collectionRuns
  expect(table.markInterrupted()).toBe(1)
  expect(table.get(running.id).state).toEqual({ state: 'interrupted', endedAt: 1_002_000 })
  expect(table.get(ended.id).state).toEqual({ state: 'stopped', endedAt: 5 })
  expect(table.markInterrupted()).toBe(0)
})
