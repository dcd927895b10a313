import type { CollectionRun, RunResult } from '@shared/runner/collection-run'
import { expect, test } from 'vitest'
import { createRunOutput } from '../../../src/cli/run-output'
import { noCounts } from '../../../src/engine/runner/run-statistics'

function terminal(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string | Uint8Array) => written.push(String(text)) > 0 }
}

const failed: RunResult = {
  number: 1,
  iteration: 2,
  requestName: 'A',
  folderPath: 'Folder',
  method: 'GET',
  url: '',
  status: 500,
  failure: null,
  failureDetail: '',
  durationMs: 1,
  answerSize: 0,
  passed: false,
  checks: [
    { check: { type: 'status', enabled: true, expected: '2xx' }, passed: false, actual: '500' },
    { check: { type: 'header-exists', enabled: true, name: 'x-id' }, passed: false, actual: null },
  ],
  answerText: '',
}

const counts = { ...noCounts, done: 50, failed: 3, requestsPerSecond: 812.4 }

test('on a terminal the progress is one line that is taken away before any other', () => {
  const screen = terminal(true)
  const output = createRunOutput(screen, screen, 200)
  output.progress(() => counts)
  expect(screen.written).toEqual(['\r\u001b[2K25 %  50 of 200 requests, 3 failed, 812 a second'])
  output.failure(failed)
  expect(screen.written.slice(1)).toEqual([
    '\r\u001b[2K',
    'FAILED  Folder / A (iteration 2): The status is 2xx: found 500; There is a header x-id: found nothing\n',
  ])
})

test('it is not drawn anew for every request', () => {
  const screen = terminal(true)
  const output = createRunOutput(screen, screen, 200)
  let read = 0
  for (let number = 0; number < 1000; number++) {
    output.progress(() => {
      read += 1
      return counts
    })
  }
  expect(read).toBeLessThan(5)
})

test('without a terminal there is no progress, only failures and the summary', () => {
  const lines = terminal(false)
  const pipe = terminal(false)
  const output = createRunOutput(lines, pipe, 200)
  output.progress(() => counts)
  output.failure(failed)
  const run: CollectionRun = {
    id: 0,
    name: 'Leads \u001b[2J',
    startedAt: 0,
    options: { iterations: 1, concurrency: 1, delayMs: 0, bail: true },
    environmentName: null,
    dataName: null,
    total: 200,
    ...counts,
    checksPassed: 7,
    checksFailed: 2,
    averageMs: 1.26,
    p95Ms: 2.04,
    state: { state: 'bailed', endedAt: 9 },
  }
  output.summary(run)
  expect(pipe.written).toEqual([])
  expect(lines.written).toHaveLength(2)
  expect(lines.written[1]).toBe(
    [
      '',
      'Collection  Leads ␛[2J',
      'State       Stopped at the first failure',
      'Requests    50 of 200: 47 passed, 3 failed',
      'Checks      7 passed, 2 failed',
      'Speed       812.4 requests a second',
      'Answers     1.3 ms on average, 95 of 100 below 2.0 ms',
      '',
    ].join('\n'),
  )
})
