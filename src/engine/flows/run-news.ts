import type { EngineEvent } from '@shared/contract/engine-events'
import type { FlowRunTable } from '../storage/flow-run-table'

/** Tells the window of runs that began or changed: at most ten times a second, at most the 200 newest. */
export type RunNews = {
  readonly changed: (ids: readonly number[], rehearsed: boolean) => void
  /** Runs were stored with their leads. */
  readonly began: () => void
  /** Tells what is waiting now. */
  readonly flush: () => void
}

const intervalMs = 100
const mostRuns = 200

export function createRunNews(
  runs: Pick<FlowRunTable, 'summaries' | 'lastId'>,
  publish: (event: EngineEvent) => void,
): RunNews {
  const waiting = new Set<number>()
  let told = runs.lastId()
  let rehearsal = false
  let timer: NodeJS.Timeout | null = null

  function schedule(): void {
    timer ??= setTimeout(flush, intervalMs)
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const last = runs.lastId()
    for (let id = Math.max(told + 1, last - mostRuns + 1); id <= last; id += 1) waiting.add(id)
    told = last
    const newest = [...waiting].sort((one, other) => other - one).slice(0, mostRuns)
    waiting.clear()
    const changed = runs.summaries(newest)
    if (changed.length > 0) publish({ type: 'flow-runs-changed', runs: changed })
    if (rehearsal) publish({ type: 'rehearsal-changed' })
    rehearsal = false
  }

  return {
    changed: (ids, rehearsed) => {
      for (const id of ids) waiting.add(id)
      rehearsal ||= rehearsed
      schedule()
    },
    began: () => {
      if (runs.lastId() > told) schedule()
    },
    flush: () => {
      if (timer !== null) flush()
    },
  }
}
