import type { CollectionRun, RunResult } from '@shared/runner/collection-run'
import { createDurationHistogram } from './duration-histogram'

/** The numbers of a run. */
export type RunCounts = Pick<
  CollectionRun,
  'done' | 'failed' | 'checksPassed' | 'checksFailed' | 'requestsPerSecond' | 'averageMs' | 'p95Ms'
>

export const noCounts: RunCounts = {
  done: 0,
  failed: 0,
  checksPassed: 0,
  checksFailed: 0,
  requestsPerSecond: 0,
  averageMs: 0,
  p95Ms: 0,
}

export type RunStatistics = {
  readonly add: (result: Pick<RunResult, 'passed' | 'checks' | 'durationMs' | 'status'>) => void
  readonly read: () => RunCounts
}

/** Counts results as they come and keeps none of them. Durations are those of answered requests. */
export function createRunStatistics(now: () => number = () => performance.now()): RunStatistics {
  const startedAt = now()
  const durations = createDurationHistogram()
  let done = 0
  let failed = 0
  let checksPassed = 0
  let checksFailed = 0
  let answered = 0
  let sum = 0
  return {
    add(result) {
      done += 1
      if (!result.passed) failed += 1
      for (const check of result.checks) {
        if (check.passed) checksPassed += 1
        else checksFailed += 1
      }
      if (result.status === null) return
      answered += 1
      sum += result.durationMs
      durations.add(result.durationMs)
    },
    read() {
      const seconds = (now() - startedAt) / 1000
      return {
        done,
        failed,
        checksPassed,
        checksFailed,
        requestsPerSecond: seconds > 0 ? done / seconds : 0,
        averageMs: answered > 0 ? sum / answered : 0,
        p95Ms: durations.quantile(0.95),
      }
    },
  }
}
