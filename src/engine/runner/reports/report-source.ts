import type { CollectionRun, RunResult } from '@shared/runner/collection-run'

/** What a report is written from. The results come in pages, so that a long run is never in memory whole. */
export type ReportSource = {
  readonly run: CollectionRun
  readonly pages: AsyncIterable<readonly RunResult[]>
  /** Of this program. */
  readonly version: string
}

/** Milliseconds that a run took. */
export function runDuration({ startedAt, state }: CollectionRun): number {
  return state.state === 'running' ? 0 : Math.max(0, state.endedAt - startedAt)
}
