import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { RunDetail } from '@shared/run/run'
import { useEffect, useState } from 'react'
import { callEngine, onEngineConnected, onEngineEvents } from '../../state/bridge'
import { mayConcern } from '../../state/run-list'

export type RunState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly detail: RunDetail }
  | { readonly state: 'failed'; readonly error: AppErrorData }

/** One run with its steps, read anew whenever it goes on. */
export function useRun(id: number): RunState {
  const [state, setState] = useState<RunState>({ state: 'loading' })
  useEffect(() => {
    let isCurrent = true
    let reading = 0
    setState({ state: 'loading' })
    const read = () => {
      const mine = ++reading
      callEngine('flow-run.get', { id }).then(
        (detail) => isCurrent && mine === reading && setState({ state: 'ready', detail }),
        (error: unknown) => {
          const data = toErrorData(error)
          if (isCurrent && mine === reading && data.code !== 'engine-stopped') {
            setState({ state: 'failed', error: data })
          }
        },
      )
    }
    const stopEvents = onEngineEvents((events) => {
      if (events.some((event) => mayConcern(event, (run) => run.id === id))) read()
    })
    const stopConnected = onEngineConnected(read)
    return () => {
      isCurrent = false
      stopEvents()
      stopConnected()
    }
  }, [id])
  return state
}
