import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { CollectionRun, RunData } from '@shared/runner/collection-run'
import i18next from 'i18next'
import { create } from 'zustand'
import { callEngine, onEngineConnected, onEngineEvents } from './bridge'
import { showErrorToast } from './toast-store'

const listed = 100

export type RunnerState = {
  /** Newest first. */
  readonly runs: readonly CollectionRun[]
  readonly loaded: boolean
  readonly error: AppErrorData | null
  /** The data file chosen in a runner's tab, by the draft's id. The engine keeps its rows until it is restarted. */
  readonly data: Readonly<Record<string, RunData>>
}

export const useRunner = create<RunnerState>(() => ({ runs: [], loaded: false, error: null, data: {} }))

export function useRun(id: number | null): CollectionRun | null {
  return useRunner(({ runs }) => (id === null ? null : (runs.find((run) => run.id === id) ?? null)))
}

/** Pure: the runs with a run put in its place, or at the front when it is new. */
export function takeRun(runs: readonly CollectionRun[], run: CollectionRun): readonly CollectionRun[] {
  const at = runs.findIndex(({ id }) => id === run.id)
  const known = runs[at]
  if (!known) return [run, ...runs].toSorted((one, other) => other.id - one.id)
  // An answer can be overtaken by the events of what it started.
  if (known.state.state !== 'running' && run.state.state === 'running') return runs
  return runs.with(at, run.done < known.done ? known : run)
}

/** Pure: the runs after an event; events of other kinds change nothing. */
export function applyRunEvent(runs: readonly CollectionRun[], event: EngineEvent): readonly CollectionRun[] {
  return event.type === 'collection-run-changed' ? takeRun(runs, event.run) : runs
}

let isFollowing = false

/** Reads the runs and follows them from the first time that a runner is shown; further calls do nothing. */
export function followRuns(): void {
  if (isFollowing) return
  isFollowing = true
  onEngineConnected(() => {
    // A new engine has none of the rows of the old one.
    useRunner.setState({ data: {} })
    void readRuns()
  })
  onEngineEvents((events) => {
    useRunner.setState(({ runs }) => ({ runs: events.reduce(applyRunEvent, runs) }))
  })
}

export async function readRuns(): Promise<void> {
  try {
    useRunner.setState({ runs: await callEngine('run.list', { limit: listed }), loaded: true, error: null })
  } catch (error) {
    const data = toErrorData(error)
    if (data.code !== 'engine-stopped') useRunner.setState({ error: data, loaded: true })
  }
}

/** Notes the data file of a runner's tab; null takes it away. */
export function setRunData(draftId: string, data: RunData | null): void {
  useRunner.setState((state) => {
    const { [draftId]: _, ...others } = state.data
    return { data: data === null ? others : { ...others, [draftId]: data } }
  })
}

/** Starts a run and gives its id. Rejects with an `AppError`. */
export async function startRun(input: Parameters<typeof callEngine<'run.start'>>[1]): Promise<number> {
  const run = await callEngine('run.start', input)
  useRunner.setState(({ runs }) => ({ runs: takeRun(runs, run) }))
  return run.id
}

export async function stopRun(id: number): Promise<void> {
  try {
    await callEngine('run.stop', { id })
  } catch (error) {
    showErrorToast(i18next.t('runner:notStopped'), error)
  }
}

export async function deleteRun(id: number): Promise<void> {
  try {
    await callEngine('run.delete', { id })
    useRunner.setState(({ runs }) => ({ runs: runs.filter((run) => run.id !== id) }))
  } catch (error) {
    showErrorToast(i18next.t('runner:notDeleted'), error)
  }
}
