import type { TodayCounts } from '@shared/contract/engine-commands'
import type { Verdict } from '@shared/lead/verdict'
import type { Database } from './database'
import { numberAt } from './row-reader'
import { verdictCode } from './verdict-code'

/** Counts of one day, kept in memory: asked for after every batch, so no query of all of a day's leads each time. */
export type TodayCounter = {
  readonly read: (dayStart: number) => TodayCounts
  readonly add: (lead: { readonly receivedAt: number; readonly verdict: Verdict }) => void
  /** Leads went or came back: count anew when asked. */
  readonly forget: () => void
}

export function createTodayCounter(database: Database): TodayCounter {
  let day: { readonly start: number; leads: number; notValid: number } | null = null

  return {
    read: (dayStart) => {
      day = day?.start === dayStart ? day : { start: dayStart, ...countSince(database, dayStart) }
      return { leads: day.leads, notValid: day.notValid }
    },
    add: (lead) => {
      if (day === null || lead.receivedAt < day.start || lead.verdict === 'unmatched') return
      day.leads += 1
      if (isNotValid(lead.verdict)) day.notValid += 1
    },
    forget: () => {
      day = null
    },
  }
}

function isNotValid(verdict: Verdict): boolean {
  return verdict === 'does-not-match' || verdict === 'not-json' || verdict === 'not-a-lead'
}

function countSince(database: Database, dayStart: number): TodayCounts {
  const notValid = (['does-not-match', 'not-json', 'not-a-lead'] as const).map(verdictCode).join(', ')
  const counts = `count(*) FILTER (WHERE verdict <> ${verdictCode('unmatched')}), count(*) FILTER (WHERE verdict IN (${notValid}))`
  // Two queries that each read an index only; few leads are deleted but not yet purged.
  const all = database.get(`SELECT ${counts} FROM lead INDEXED BY lead_by_time WHERE received_at >= ?`, [dayStart])
  const deleted = database.get(
    `SELECT ${counts} FROM lead INDEXED BY lead_deleted WHERE deleted IS NOT NULL AND received_at >= ?`,
    [dayStart],
  )
  return { leads: numberAt(all, 0) - numberAt(deleted, 0), notValid: numberAt(all, 1) - numberAt(deleted, 1) }
}
