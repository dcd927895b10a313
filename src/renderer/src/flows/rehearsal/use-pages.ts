import { type AppErrorData, toErrorData } from '@shared/app-error'
import { useCallback, useEffect, useRef, useState } from 'react'
import { onEngineConnected, onEngineEvents } from '../../state/bridge'

const pageSize = 100

/** Rows that are read page by page. */
export type Pages<Row> = {
  readonly rows: readonly Row[]
  readonly isComplete: boolean
  readonly isLoading: boolean
  readonly error: AppErrorData | null
  readonly readOlder: () => void
}

/**
 * What rehearsed steps made, newest first, in pages by id; read anew when it changes.
 * @param read a page; must stay the same function
 */
export function usePages<Row extends { readonly id: number }>(
  read: (page: { readonly before: number | null; readonly limit: number }) => Promise<readonly Row[]>,
): Pages<Row> {
  const [state, setState] = useState<Omit<Pages<Row>, 'readOlder'>>({
    rows: [],
    isComplete: false,
    isLoading: true,
    error: null,
  })
  const latest = useRef(state)
  latest.current = state
  // Counts the readings of the first page: an answer to an older one is dropped.
  const readings = useRef(0)
  const fail = useCallback((error: unknown) => {
    const data = toErrorData(error)
    setState((before) => ({ ...before, isLoading: false, error: data.code === 'engine-stopped' ? null : data }))
  }, [])

  useEffect(() => {
    const readFirst = () => {
      const reading = ++readings.current
      const limit = Math.min(500, Math.max(pageSize, latest.current.rows.length))
      read({ before: null, limit }).then(
        (rows) =>
          reading === readings.current &&
          setState((before) => ({
            ...withOlder(rows, before, rows.length < limit),
            isLoading: false,
            error: null,
          })),
        (error: unknown) => reading === readings.current && fail(error),
      )
    }
    const stopEvents = onEngineEvents((events) => {
      if (events.some(({ type }) => type === 'rehearsal-changed')) readFirst()
    })
    const stopConnected = onEngineConnected(readFirst)
    return () => {
      readings.current++
      stopEvents()
      stopConnected()
    }
  }, [read, fail])

  const readOlder = () => {
    const last = state.rows.at(-1)
    if (state.isComplete || state.isLoading || !last) return
    const reading = readings.current
    setState((before) => ({ ...before, isLoading: true }))
    read({ before: last.id, limit: pageSize }).then(
      (page) =>
        reading === readings.current &&
        setState((before) => ({
          ...before,
          rows: [...before.rows, ...page],
          isComplete: page.length < pageSize,
          isLoading: false,
          error: null,
        })),
      fail,
    )
  }
  return { ...state, readOlder }
}

/** Pure: a newer first page, and the older rows that were read before where nothing is missing between the two. */
function withOlder<Row extends { readonly id: number }>(
  page: readonly Row[],
  before: Pick<Pages<Row>, 'rows' | 'isComplete'>,
  isWhole: boolean,
): Pick<Pages<Row>, 'rows' | 'isComplete'> {
  const newest = before.rows[0]
  const last = page.at(-1)
  if (isWhole || !newest || !last || newest.id < last.id) return { rows: page, isComplete: isWhole }
  const older = before.rows.filter(({ id }) => id < last.id)
  return { rows: [...page, ...older], isComplete: older.length > 0 && before.isComplete }
}
