import type { EngineEvent } from '@shared/contract/engine-events'
import { storedLeadsPerBatch } from '@shared/contract/engine-events'
import type { LeadSummary } from '@shared/lead/lead-summary'

export type EventBatcher = {
  readonly publish: (event: EngineEvent) => void
  /** Returns the function that stops listening. */
  readonly listen: (listener: (events: readonly EngineEvent[]) => void) => () => void
  /** Sends what is waiting now; nothing is sent after it until the next `publish`. */
  readonly flush: () => void
}

/** Ten batches a second: fast enough for the eye, slow enough that a flood of leads does not drown the window. */
const batchIntervalMs = 100

/**
 * Gathers events and hands them on in batches: the first at once, then at most one batch every 100 ms.
 * Stored leads of a batch become one event; of progress, and of what is sent whole, only the latest counts.
 * @param complete adds to a batch what is worth computing once a batch only (the facets)
 */
export function createEventBatcher(
  complete: (events: readonly EngineEvent[]) => readonly EngineEvent[] = (events) => events,
): EventBatcher {
  const listeners = new Set<(events: readonly EngineEvent[]) => void>()
  let waiting: EngineEvent[] = []
  let timer: NodeJS.Timeout | null = null
  let lastSent = Number.NEGATIVE_INFINITY

  function flush(): void {
    if (timer) clearTimeout(timer)
    timer = null
    if (waiting.length === 0) return
    const events = complete(mergeEvents(waiting))
    waiting = []
    lastSent = performance.now()
    for (const listener of listeners) listener(events)
  }

  return {
    publish(event) {
      if (listeners.size === 0) return
      waiting.push(event)
      if (timer) return
      const wait = Math.max(0, batchIntervalMs - (performance.now() - lastSent))
      timer = setTimeout(flush, wait)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush,
  }
}

/** Pure: events in their order, those that supersede each other reduced to one. Exported for its test. */
export function mergeEvents(events: readonly EngineEvent[]): readonly EngineEvent[] {
  const merged: EngineEvent[] = []
  let newest: LeadSummary[] = []
  let storedCount = 0
  events.forEach((event, position) => {
    if (event.type === 'leads-stored') {
      storedCount += event.count
      newest = [...event.leads, ...newest].slice(0, storedLeadsPerBatch)
      const next = events[position + 1]
      if (next?.type !== 'leads-stored') {
        merged.push({ type: 'leads-stored', leads: newest, count: storedCount })
        newest = []
        storedCount = 0
      }
      return
    }
    const superseded = events.slice(position + 1).some((later) => supersedes(later, event))
    if (!superseded) merged.push(event)
  })
  return merged
}

/** Whether the earlier of two events says nothing that the later does not say too. */
function supersedes(later: EngineEvent, earlier: EngineEvent): boolean {
  switch (later.type) {
    case 'job-progress':
      return earlier.type === 'job-progress' && later.jobId === earlier.jobId
    case 'send-progress':
      return earlier.type === 'send-progress' && later.sendId === earlier.sendId
    case 'collection-changed':
      return earlier.type === 'collection-changed' && later.collection.id === earlier.collection.id
    case 'collection-run-changed':
      return earlier.type === 'collection-run-changed' && later.run.id === earlier.run.id
    case 'validation-changed':
      return earlier.type === 'validation-changed' && later.validation.offerId === earlier.validation.offerId
    case 'lead-stream-changed':
      return earlier.type === 'lead-stream-changed' && later.stream.offerId === earlier.stream.offerId
    case 'offers-changed':
    case 'environments-changed':
    case 'collections-ordered':
    case 'history-reset':
    case 'history-trimmed':
    case 'flow-runs-reset':
      return earlier.type === later.type
    default:
      return false
  }
}
