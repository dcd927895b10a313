import type { RunSummary, StepState } from '@shared/run/run'

/** Pure: how long a run took; null while it runs. Milliseconds. */
export function runDuration({ startedAt, state }: RunSummary): number | null {
  return state.state === 'Running' ? null : Math.max(0, state.endedAt - startedAt)
}

/** Pure: how long a step took; null while it has not ended, or where it never began. Milliseconds. */
export function stepDuration(state: StepState): number | null {
  return 'endedAt' in state ? Math.max(0, state.endedAt - state.startedAt) : null
}

/** As run histories print it: `0.2s`, `12s`, `2m 5s`; numbers in the system's locale. */
export function shortDuration(ms: number): string {
  if (ms >= 60_000) return `${Math.floor(ms / 60_000)}m ${Math.floor((ms % 60_000) / 1000)}s`
  const seconds = ms / 1000
  const maximumFractionDigits = seconds < 10 ? 1 : 0
  return `${new Intl.NumberFormat(undefined, { maximumFractionDigits }).format(seconds)}s`
}
