import { AppError, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { StorageState } from '@shared/receiver-state'

/** Does `remove`; where storing fails (a full disk), says so and gives `nothing`. */
export type TidyUp = <Removed>(remove: () => Removed, nothing: Removed) => Removed

export type StorageHealth = {
  readonly state: () => StorageState
  /** Hears of every failure to store (`null`: storing works); the window hears when that changes. */
  readonly report: (failure: AppError | null) => void
  /** What the engine removes by itself waits for better times (a full disk) instead of ending the process. */
  readonly tidyUp: TidyUp
}

/** Whether what arrives can be stored. */
export function createStorageHealth(publish: (event: EngineEvent) => void): StorageHealth {
  let state: StorageState = { state: 'ok' }

  function report(failure: AppError | null): void {
    const next = stateAfter(failure)
    if (next.state === state.state) return
    state = next
    publish({ type: 'storage-changed', storage: next })
  }

  return {
    state: () => state,
    report,
    tidyUp(remove, nothing) {
      try {
        return remove()
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        report(error)
        return nothing
      }
    },
  }
}

function stateAfter(failure: AppError | null): StorageState {
  if (failure === null) return { state: 'ok' }
  return failure.code === 'disk-full' ? { state: 'disk-full' } : { state: 'failed', error: toErrorData(failure) }
}
