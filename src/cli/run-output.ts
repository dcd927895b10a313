import type { WriteStream } from 'node:tty'
import type { CollectionRun, RunResult } from '@shared/runner/collection-run'
import { visibleString } from '@shared/text/visible-string'
import { describeFailures } from '../engine/runner/reports/report-texts'
import type { RunCounts } from '../engine/runner/run-statistics'

/** Where a run is shown: lines for good, and one line that changes while it goes on. */
export type RunOutput = {
  readonly failure: (result: RunResult) => void
  /** Shown at most ten times a second, and only on a terminal. */
  readonly progress: (read: () => RunCounts) => void
  readonly summary: (run: CollectionRun) => void
}

const progressIntervalMs = 100
const clearLine = '\r\u001b[2K'

/** @param lines standard output, or standard error while a report goes there */
export function createRunOutput(
  lines: Pick<WriteStream, 'write'>,
  terminal: Pick<WriteStream, 'write' | 'isTTY'>,
  total: number,
): RunOutput {
  let shown = false
  let last = 0

  function clear(): void {
    if (shown) terminal.write(clearLine)
    shown = false
  }

  return {
    failure(result) {
      clear()
      lines.write(`${failureLine(result)}\n`)
    },
    progress(read) {
      if (!terminal.isTTY) return
      const now = performance.now()
      if (now - last < progressIntervalMs) return
      last = now
      terminal.write(`${clearLine}${progressLine(read(), total)}`)
      shown = true
    },
    summary(run) {
      clear()
      lines.write(summaryTable(run))
    },
  }
}

/** Received text goes to a terminal, which obeys control characters: they are shown, never sent. */
function failureLine(result: RunResult): string {
  const name = result.folderPath === '' ? result.requestName : `${result.folderPath} / ${result.requestName}`
  const reasons = describeFailures(result).join('; ')
  return visibleString(`FAILED  ${name} (iteration ${result.iteration}): ${reasons}`)
}

function progressLine({ done, failed, requestsPerSecond }: RunCounts, total: number): string {
  const part = total === 0 ? 100 : Math.floor((done / total) * 100)
  return `${part} %  ${done} of ${total} requests, ${failed} failed, ${Math.round(requestsPerSecond)} a second`
}

const stateTexts = {
  running: 'Still running',
  finished: 'Finished',
  stopped: 'Stopped',
  bailed: 'Stopped at the first failure',
  interrupted: 'Interrupted',
  'could-not-run': 'Could not run to its end',
} as const satisfies Record<CollectionRun['state']['state'], string>

function summaryTable(run: CollectionRun): string {
  const rows = [
    ['Collection', visibleString(run.name)],
    ['State', stateTexts[run.state.state]],
    ['Requests', `${run.done} of ${run.total}: ${run.done - run.failed} passed, ${run.failed} failed`],
    ['Checks', `${run.checksPassed} passed, ${run.checksFailed} failed`],
    ['Speed', `${run.requestsPerSecond.toFixed(1)} requests a second`],
    run.averageMs === 0
      ? ['Answers', 'none']
      : ['Answers', `${run.averageMs.toFixed(1)} ms on average, 95 of 100 below ${run.p95Ms.toFixed(1)} ms`],
  ]
  return `\n${rows.map(([name, value]) => `${name?.padEnd(12)}${value}`).join('\n')}\n`
}
