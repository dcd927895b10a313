import type { LeadSummary } from '@shared/lead/lead-summary'
import type { NewLead } from '../storage/lead-store'

type Waiting = {
  readonly lead: NewLead
  readonly resolve: (summary: LeadSummary) => void
  readonly reject: (error: unknown) => void
}

export type CommitQueue = {
  /** Resolves once the lead is durable on disk; rejects with the store's `AppError` when it could not be kept. */
  readonly commit: (lead: NewLead) => Promise<LeadSummary>
  /** Commits what is waiting, at once. */
  readonly flush: () => void
}

/** Leads committed together at most: a bound on how long one transaction keeps the receiver waiting. */
const largestBatch = 256

/**
 * Group commit: all leads that were handed in since the last commit go into one transaction, so that the cost of
 * making it durable is shared. The queue is emptied after the event loop has read what every socket has to offer.
 * @param onCommitted hears of a batch after it is durable and before its senders get their answers
 */
export function createCommitQueue(
  insert: (batch: readonly NewLead[]) => readonly LeadSummary[],
  onCommitted: (summaries: readonly LeadSummary[]) => void,
): CommitQueue {
  let waiting: Waiting[] = []
  let scheduled = false

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      flush()
    })
  }

  function flush(): void {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largestBatch)
      waiting = waiting.slice(largestBatch)
      commitBatch(batch)
    }
  }

  function commitBatch(batch: readonly Waiting[]): void {
    let summaries: readonly LeadSummary[]
    try {
      summaries = insert(batch.map((entry) => entry.lead))
    } catch (error) {
      for (const entry of batch) entry.reject(error)
      return
    }
    onCommitted(summaries)
    batch.forEach((entry, position) => {
      const summary = summaries[position]
      if (summary) entry.resolve(summary)
      else entry.reject(new Error('The store returned fewer leads than it was given.'))
    })
  }

  return {
    commit: (lead) =>
      new Promise((resolve, reject) => {
        waiting.push({ lead, resolve, reject })
        schedule()
      }),
    flush,
  }
}
