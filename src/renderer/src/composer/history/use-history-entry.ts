import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { HistoryEntry } from '@shared/history/history'
import { useEffect, useState } from 'react'
import { callEngine } from '../../state/bridge'

export type EntryState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly entry: HistoryEntry }
  | { readonly state: 'failed'; readonly error: AppErrorData }

const loading: EntryState = { state: 'loading' }

/** One send of the history whole. */
export function useHistoryEntry(id: number): EntryState {
  const [read, setRead] = useState<{ readonly id: number; readonly outcome: EntryState } | null>(null)
  useEffect(() => {
    let isCurrent = true
    callEngine('history.get', { id }).then(
      (entry) => isCurrent && setRead({ id, outcome: { state: 'ready', entry } }),
      (error: unknown) => isCurrent && setRead({ id, outcome: { state: 'failed', error: toErrorData(error) } }),
    )
    return () => {
      isCurrent = false
    }
  }, [id])
  return read?.id === id ? read.outcome : loading
}
