import type { Database } from './database'
import type { LeadFilter } from './lead-filter'
import { numberAt } from './row-reader'
import type { SqlRow } from './sql-value'
import { leadsPerPart, partName, type TextIndex } from './text-index'

/** Ids from `until` (not itself) to `from`, newest first. */
export type IdRange = { readonly from: number; readonly until: number }

/**
 * Leads that a filter lets through, newest first, with the given columns of `lead`; deleted ones are left out.
 * A filter on the text index is asked part by part, so that even a word that all leads share costs one part.
 */
export function findLeads(
  database: Database,
  index: TextIndex,
  filter: LeadFilter,
  columns: string,
  range: IdRange,
  limit: number,
): readonly SqlRow[] {
  if (filter.match === null) {
    return database.all(
      `SELECT ${columns} FROM lead WHERE id <= ? AND id > ? AND ${visible(filter)} ORDER BY id DESC LIMIT ?`,
      [range.from, range.until, limit],
    )
  }
  const rows: SqlRow[] = []
  for (const part of index.parts(range.from, range.until)) {
    rows.push(...findInPart(database, part, filter, filter.match, columns, range, limit - rows.length))
    if (rows.length >= limit) break
  }
  return rows
}

function findInPart(
  database: Database,
  part: number,
  filter: LeadFilter,
  match: string,
  columns: string,
  range: IdRange,
  limit: number,
): readonly SqlRow[] {
  const table = partName(part)
  if (filter.unread || filter.pinned) {
    // Marks change, so they are not in the index. `+` keeps SQLite from sorting what the index finds.
    return database.all(
      `SELECT ${columns} FROM lead
       WHERE id <= ? AND id > ? AND ${visible(filter)} AND +id IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)
       ORDER BY id DESC LIMIT ?`,
      [...partRange(part, range), match, limit],
    )
  }
  return database.all(
    `SELECT ${columns} FROM ${table} CROSS JOIN lead ON lead.id = ${table}.rowid
     WHERE ${table} MATCH ? AND ${table}.rowid <= ? AND ${table}.rowid > ? AND deleted IS NULL
     ORDER BY ${table}.rowid DESC LIMIT ?`,
    [match, ...partRange(part, range), limit],
  )
}

/** How many leads a filter lets through, deleted ones left out. */
export function countLeads(database: Database, index: TextIndex, filter: LeadFilter): number {
  let count = 0
  const all = { from: Number.MAX_SAFE_INTEGER, until: 0 }
  if (filter.match === null) return numberAt(database.get(`SELECT count(*) FROM lead WHERE ${visible(filter)}`), 0)
  for (const part of index.parts(all.from, all.until)) {
    const table = partName(part)
    const found = database.get(
      `SELECT count(*) FROM ${table} CROSS JOIN lead ON lead.id = ${table}.rowid WHERE ${table} MATCH ? AND ${visible(filter)}`,
      [filter.match],
    )
    count += numberAt(found, 0)
  }
  return count
}

function visible(filter: LeadFilter): string {
  return `deleted IS NULL${filter.unread ? ' AND unread = 1' : ''}${filter.pinned ? ' AND pinned = 1' : ''}`
}

/** Whole numbers must reach the text index as such, which libsql does with bigints only. */
function partRange(part: number, range: IdRange): readonly [bigint, bigint] {
  const first = part * leadsPerPart
  return [BigInt(Math.min(range.from, first + leadsPerPart - 1)), BigInt(Math.max(range.until, first - 1))]
}
