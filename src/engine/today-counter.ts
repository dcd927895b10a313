import type { TodayCounts } from '@shared/contract/engine-commands'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { LeadStore } from './storage/lead-store'

export type TodayCounter = {
  readonly add: (stored: readonly LeadSummary[]) => void
  readonly counts: () => TodayCounts
  /** Reads the counts anew at the next call of `counts`. */
  readonly recount: () => void
}

/** Counts the leads of the local day without asking the database for each batch; begins anew at midnight. */
export function createTodayCounter(leads: Pick<LeadStore, 'today'>, now: () => number = Date.now): TodayCounter {
  let day = startOfDay(now())
  let counted: { leads: number; notValid: number } | null = null

  function current(): { leads: number; notValid: number } {
    const today = startOfDay(now())
    if (!counted || today !== day) {
      day = today
      counted = { ...leads.today(day) }
    }
    return counted
  }

  return {
    add(stored) {
      if (!counted || startOfDay(now()) !== day) return
      for (const lead of stored) {
        if (lead.verdict === 'unmatched') continue
        counted.leads += 1
        if (lead.verdict !== 'matches' && lead.verdict !== 'matches-with-warnings') counted.notValid += 1
      }
    },
    counts: () => ({ ...current() }),
    recount() {
      counted = null
    },
  }
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}
