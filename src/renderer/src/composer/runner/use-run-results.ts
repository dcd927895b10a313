import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { CollectionRun, RunResult } from '@shared/runner/collection-run'
import { useCallback, useEffect, useRef, useState } from 'react'
import { callEngine } from '../../state/bridge'

const pageSize = 200

export type RunResults = {
  readonly rows: readonly RunResult[]
  readonly hasMore: boolean
  readonly error: AppErrorData | null
  /** Reads the next rows, unless they are being read. */
  readonly readMore: () => void
}

/** The results of a run in the order in which they ended, read as they are scrolled to and as they come. */
export function useRunResults(run: CollectionRun, only: 'all' | 'failed'): RunResults {
  const [rows, setRows] = useState<readonly RunResult[]>([])
  const [error, setError] = useState<AppErrorData | null>(null)
  const isReading = useRef(false)
  const expected = only === 'all' ? run.done : run.failed
  const hasMore = rows.length < expected
  const last = rows.at(-1)?.number ?? 0

  const readMore = useCallback(() => {
    if (isReading.current) return
    isReading.current = true
    callEngine('run.results', { id: run.id, only, after: last, limit: pageSize })
      .then(
        (page) => {
          setError(null)
          // Counts can run ahead of what is on disk: an empty page is asked for again when the run has gone on.
          setRows((before) => [...before, ...page.filter(({ number }) => number > (before.at(-1)?.number ?? 0))])
        },
        (failure: unknown) => setError(toErrorData(failure)),
      )
      .finally(() => {
        isReading.current = false
      })
  }, [run.id, only, last])

  // The first page fills itself while the run goes on; further ones come when they are scrolled to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the run can bring rows
  useEffect(() => {
    if (rows.length < pageSize && rows.length < expected) readMore()
  }, [run, rows.length, expected, readMore])
  return { rows, hasMore, error, readMore }
}
