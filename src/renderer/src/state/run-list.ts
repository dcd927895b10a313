import type { EngineEvent } from '@shared/contract/engine-events'
import type { RunSummary } from '@shared/run/run'

export const runFilters = ['all', 'Running', 'Succeeded', 'Failed', 'Cancelled', 'TimedOut'] as const

/** Which runs are shown; `flowId` null: those of all flows. */
export type RunQuery = { readonly flowId: string | null; readonly state: (typeof runFilters)[number] }

/** The most runs that one event names; there may have been more. */
const mostInEvent = 200

/** Pure: whether an event may tell of a run; one that is full leaves some out. */
export function mayConcern(event: EngineEvent, isIt: (run: RunSummary) => boolean): boolean {
  if (event.type === 'flow-runs-reset') return true
  return event.type === 'flow-runs-changed' && (event.runs.length >= mostInEvent || event.runs.some(isIt))
}

/** Pure: runs, newest first, after a page of older ones. */
export function addRuns(runs: readonly RunSummary[], page: readonly RunSummary[]): readonly RunSummary[] {
  const oldest = runs.at(-1)?.id ?? Number.POSITIVE_INFINITY
  return [...runs, ...page.filter(({ id }) => id < oldest)]
}

/** Pure: what an event of the engine does to the list; `again` when only the engine can tell. */
export function applyRunEvent(
  query: RunQuery,
  { runs, isComplete }: { readonly runs: readonly RunSummary[]; readonly isComplete: boolean },
  event: EngineEvent,
): readonly RunSummary[] | 'again' {
  if (event.type === 'flow-runs-reset') return 'again'
  if (event.type !== 'flow-runs-changed') return runs
  if (event.runs.length >= mostInEvent) return 'again'
  return event.runs
    .filter(({ flowId }) => query.flowId === null || flowId === query.flowId)
    .reduce((list, run) => applyRun(query, list, isComplete, run), runs)
}

function applyRun(
  query: RunQuery,
  runs: readonly RunSummary[],
  isComplete: boolean,
  run: RunSummary,
): readonly RunSummary[] {
  const at = runs.findIndex(({ id }) => id === run.id)
  const isWanted = query.state === 'all' || query.state === run.state.state
  if (at >= 0) return isWanted ? runs.with(at, run) : runs.toSpliced(at, 1)
  if (!isWanted) return runs
  const before = runs.findIndex(({ id }) => id < run.id)
  // Older than what was read so far: it comes with its page.
  if (before === -1) return isComplete ? [...runs, run] : runs
  return runs.toSpliced(before, 0, run)
}
