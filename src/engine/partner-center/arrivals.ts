import type { LeadSummary } from '@shared/lead/lead-summary'

/** Who waits for leads to arrive here, and is told after each commit. */
export type Arrivals = {
  /** To be called with every stored batch. */
  readonly hear: (summaries: readonly LeadSummary[]) => void
  /** Hears of every lead that fits from now on; gives the function that ends it. */
  readonly follow: (fits: (summary: LeadSummary) => boolean, onArrived: (summary: LeadSummary) => void) => () => void
}

export function createArrivals(): Arrivals {
  const listeners = new Set<(summary: LeadSummary) => void>()
  return {
    hear(summaries) {
      if (listeners.size === 0) return
      for (const summary of summaries) for (const listener of listeners) listener(summary)
    },
    follow(fits, onArrived) {
      const listener = (summary: LeadSummary): void => {
        if (fits(summary)) onArrived(summary)
      }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The first lead that fits, from now on. */
export type AwaitedLead = {
  /** Gives it, or null when it has not come within the time, or the signal says that nobody waits any more. */
  readonly within: (milliseconds: number, signal: AbortSignal) => Promise<LeadSummary | null>
  readonly end: () => void
}

export function awaitLead(arrivals: Arrivals, fits: (summary: LeadSummary) => boolean): AwaitedLead {
  let found: LeadSummary | null = null
  let tell: (() => void) | null = null
  const end = arrivals.follow(fits, (summary) => {
    found ??= summary
    tell?.()
  })
  return {
    async within(milliseconds, signal) {
      if (found !== null || signal.aborted) return found
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        tell = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const done = tell
        signal.addEventListener('abort', done)
      })
      return found
    },
    end,
  }
}
