import type { CollectionRun } from '@shared/runner/collection-run'
import type { Intent } from '../answer/intent'

/** How far a run is. `leftMs` is null where it cannot be told. */
export type RunProgress = {
  /** 0 to 1. */
  readonly share: number
  readonly elapsedMs: number
  readonly leftMs: number | null
}

/** @param now ms since 1970 */
export function runProgress(run: CollectionRun, now: number): RunProgress {
  const { startedAt, done, total, requestsPerSecond, state } = run
  const isRunning = state.state === 'running'
  const left = total - done
  return {
    share: total === 0 ? 0 : Math.min(1, done / total),
    elapsedMs: Math.max(0, (state.state === 'running' ? now : state.endedAt) - startedAt),
    // The first second tells little about the rest.
    leftMs: isRunning && requestsPerSecond > 0 && now - startedAt >= 1000 ? (left / requestsPerSecond) * 1000 : null,
  }
}

/** How good a run is: what failed, or that it was not finished, shows even when the rest is well. */
export function runIntent({ state, failed }: Pick<CollectionRun, 'state' | 'failed'>): Intent {
  if (state.state === 'could-not-run') return 'error'
  if (failed > 0) return 'error'
  if (state.state === 'running') return 'info'
  return state.state === 'finished' ? 'success' : 'warning'
}
