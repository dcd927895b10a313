import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { RunSummary } from '@shared/run/run'
import { useEffect, useMemo, useRef, useState } from 'react'
import { callEngine, onEngineConnected, onEngineEvents } from '../../state/bridge'
import { addRuns, applyRunEvent, type RunQuery } from '../../state/run-list'

const pageSize = 100

type RunsState = {
  readonly runs: readonly RunSummary[]
  readonly isComplete: boolean
  readonly isLoading: boolean
  readonly error: AppErrorData | null
}

const nothing: RunsState = { runs: [], isComplete: false, isLoading: true, error: null }

/** The runs of a query, newest first, followed while they are shown; older ones are read page by page. */
export function useRuns(
  flowId: RunQuery['flowId'],
  state: RunQuery['state'],
): RunsState & { readonly readOlder: () => void; readonly retry: () => void } {
  const query = useMemo(() => ({ flowId, state }), [flowId, state])
  const [shown, setShown] = useState<RunsState>(nothing)
  const latest = useRef(shown)
  latest.current = shown
  // Counts the readings of the first page: an answer to an older one is dropped.
  const readings = useRef(0)

  const readFirst = useRef<() => void>(() => undefined)
  useEffect(() => {
    setShown(nothing)
    latest.current = nothing
    readFirst.current = () => {
      const reading = ++readings.current
      const limit = Math.min(500, Math.max(pageSize, latest.current.runs.length))
      callEngine('flow-run.page', { ...query, before: null, limit }).then(
        (runs) => {
          if (reading !== readings.current) return
          setShown({ runs, isComplete: runs.length < limit, isLoading: false, error: null })
        },
        (error: unknown) => reading === readings.current && setShown((before) => failed(before, error)),
      )
    }
    const stopEvents = onEngineEvents((events) => {
      let isOutdated = false
      for (const event of events) {
        const runs = applyRunEvent(query, latest.current, event)
        if (runs === 'again') isOutdated = true
        else if (runs !== latest.current.runs) {
          latest.current = { ...latest.current, runs }
          setShown((before) => ({ ...before, runs }))
        }
      }
      if (isOutdated) readFirst.current()
    })
    const stopConnected = onEngineConnected(() => readFirst.current())
    return () => {
      readings.current++
      stopEvents()
      stopConnected()
    }
  }, [query])

  const readOlder = () => {
    const oldest = shown.runs.at(-1)
    if (shown.isComplete || shown.isLoading || !oldest) return
    const reading = readings.current
    setShown((before) => ({ ...before, isLoading: true }))
    callEngine('flow-run.page', { ...query, before: oldest.id, limit: pageSize }).then(
      (page) => {
        if (reading !== readings.current) return
        setShown((before) => ({
          runs: addRuns(before.runs, page),
          isComplete: page.length < pageSize,
          isLoading: false,
          error: null,
        }))
      },
      (error: unknown) => reading === readings.current && setShown((before) => failed(before, error)),
    )
  }
  return { ...shown, readOlder, retry: () => readFirst.current() }
}

function failed(before: RunsState, error: unknown): RunsState {
  const data = toErrorData(error)
  // A stopped engine is followed by a new connection, which reads again.
  return { ...before, isLoading: false, error: data.code === 'engine-stopped' ? null : data }
}
