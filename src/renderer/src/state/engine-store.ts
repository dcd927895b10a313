import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { Hydration } from '@shared/contract/engine-commands'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { EngineProcessState } from '@shared/contract/shell-commands'
import type { Notice } from '@shared/receiver-state'
import { create } from 'zustand'
import { callEngine, callShell, onEngineConnected, onEngineEvents, onShellEvent } from './bridge'

/** The engine's state as the window knows it: hydrated once per connection, then changed by events. null before that. */
export const useEngine = create<{
  readonly hydration: Hydration | null
  /** The engine's process, as the shell sees it. */
  readonly process: EngineProcessState
  /** Why the engine could not be asked; null while it can. */
  readonly hydrationError: AppErrorData | null
}>(() => ({ hydration: null, process: { state: 'running' }, hydrationError: null }))

/** Pure: the hydration after an event. */
export function applyEvent(hydration: Hydration, event: EngineEvent): Hydration {
  switch (event.type) {
    case 'receiver-changed':
      return { ...hydration, receiver: event.receiver }
    case 'storage-changed':
      return { ...hydration, storage: event.storage }
    case 'flows-changed':
      return { ...hydration, flows: event.flows }
    case 'facets-changed':
      return { ...hydration, facets: event.facets, today: event.today }
    case 'notice':
      return { ...hydration, notices: addNotice(hydration.notices, event.notice) }
    default:
      return hydration
  }
}

/** A database is moved aside once, but its notice can come twice: with the hydration and in the batch after it. */
function addNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const known =
    notice.kind === 'database-moved-aside' &&
    notices.some((other) => other.kind === notice.kind && other.path === notice.path)
  return known ? notices : [...notices, notice]
}

/** Connects the store to the engine and the shell; called once at the start of the window. */
export function followEngine(): void {
  onEngineConnected(() => void hydrate())
  onEngineEvents((events) => {
    useEngine.setState(({ hydration }) => ({ hydration: hydration && events.reduce(applyEvent, hydration) }))
  })
  onShellEvent((event) => {
    if (event.type === 'engine-process') useEngine.setState({ process: event.process })
  })
  void readProcessState()
}

async function hydrate(): Promise<void> {
  try {
    useEngine.setState({ hydration: await callEngine('hydrate', {}), hydrationError: null })
  } catch (error) {
    const data = toErrorData(error)
    // A stopped engine is followed by a new connection, which hydrates again.
    if (data.code !== 'engine-stopped') useEngine.setState({ hydrationError: data })
  }
}

/** An engine that refused to start did so before the window could listen. */
async function readProcessState(): Promise<void> {
  try {
    useEngine.setState({ process: await callShell('engine.state', {}) })
  } catch (error) {
    useEngine.setState({ hydrationError: toErrorData(error) })
  }
}
