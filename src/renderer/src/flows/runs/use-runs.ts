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
  // What is known now: the next event can come before the screen has shown the last answer.
  const latest = useRef(shown)
  // Counts the readings of the first page: an answer to an older one is dropped.
  const readings = useRef(0)

  const readFirst = useRef<() => void>(() => undefined)
  const readOlder = useRef<() => void>(() => undefined)
  useEffect(() => {
    const put = (next: RunsState) => {
      latest.current = next
      setShown(next)
    }
    const fail = (reading: number) => (error: unknown) => {
      if (reading !== readings.current) return
      const data = toErrorData(error)
      // A stopped engine is followed by a new connection, which reads again.
      put({ ...latest.current, isLoading: false, error: data.code === 'engine-stopped' ? null : data })
    }
    put(nothing)
    readFirst.current = () => {
      const reading = ++readings.current
      const limit = Math.min(500, Math.max(pageSize, latest.current.runs.length))
      callEngine('flow-run.page', { ...query, before: null, limit }).then((runs) => {
        if (reading !== readings.current) return
        put({ runs, isComplete: runs.length < limit, isLoading: false, error: null })
      }, fail(reading))
    }
    readOlder.current = () => {
      const { runs, isComplete, isLoading, error } = latest.current
      const oldest = runs.at(-1)
      // What failed is tried again when the user asks for it.
      if (isComplete || isLoading || error || !oldest) return
      const reading = readings.current
      put({ ...latest.current, isLoading: true })
      callEngine('flow-run.page', { ...query, before: oldest.id, limit: pageSize }).then((page) => {
        if (reading !== readings.current) return
        const isLast = page.length < pageSize
        put({ runs: addRuns(latest.current.runs, page), isComplete: isLast, isLoading: false, error: null })
      }, fail(reading))
    }
    const stopEvents = onEngineEvents((events) => {
      let isOutdated = false
      for (const event of events) {
        const runs = applyRunEvent(query, latest.current, event)
        if (runs === 'again') isOutdated = true
        else if (runs !== latest.current.runs) put({ ...latest.current, runs })
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

  const acts = useMemo(() => ({ readOlder: () => readOlder.current(), retry: () => readFirst.current() }), [])
  return { ...shown, ...acts }
}
