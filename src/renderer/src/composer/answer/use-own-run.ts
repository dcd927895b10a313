import { explainOutcome } from '@shared/answer/explain'
import type { HistoryEntry } from '@shared/history/history'
import type { RunSummary } from '@shared/run/run'
import { useEffect, useState } from 'react'
import { callEngine } from '../../state/bridge'
import { useEngine } from '../../state/engine-store'

/** The run that an answer names, where it came from one of our own flows; null otherwise, and until it is found. */
export function useOwnRun({ outcome, sent }: HistoryEntry): RunSummary | null {
  const { runId } = explainOutcome(outcome, sent)
  const flows = useEngine((state) => state.hydration?.flows)
  const isOwn = flows?.some(({ id }) => sent.url.includes(id)) ?? false
  const [run, setRun] = useState<RunSummary | null>(null)
  useEffect(() => {
    setRun(null)
    if (!isOwn || runId === null) return
    let isCurrent = true
    callEngine('flow-run.find', { runId }).then(
      (found) => isCurrent && setRun(found),
      // The links are a convenience: without them the run is found in the history by hand.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [isOwn, runId])
  return run
}
