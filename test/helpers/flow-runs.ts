import type { RunDetail, RunSummary } from '@shared/run/run'
import type { RunningEngine } from './engine'

/** Resolves with the newest run of the flow that has ended and is newer than `after`. */
export async function endedRun(engine: RunningEngine, after = 0): Promise<RunDetail> {
  const found = await engine.event('flow-runs-changed', ({ runs }) => runs.some((run) => isEnd(run, after)))
  const run = found.runs.find((candidate) => isEnd(candidate, after))
  return engine.handlers['flow-run.get']({ id: run?.id ?? 0 })
}

function isEnd({ id, state }: RunSummary, after: number): boolean {
  return id > after && state.state !== 'Running'
}

/** States of a run's steps by their names. */
export function stepStates({ steps }: RunDetail): Readonly<Record<string, string>> {
  return Object.fromEntries(steps.map(({ name, state }) => [name, state.state]))
}
