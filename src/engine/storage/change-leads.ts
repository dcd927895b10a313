import type { Database } from './database'
import { type CountedLead, type FacetTable, type Tally, tallyLead } from './facet-table'
import { forgetLeads } from './forget-leads'
import { numberAt } from './row-reader'
import type { SqlRow } from './sql-value'
import type { TextIndex } from './text-index'
import { verdictOfCode } from './verdict-code'

/** Leads changed with one statement. */
const chunk = 5000

const countedColumns =
  'verdict, action_facet, source_facet, offer_facet, country_facet, is_test, unread, pinned, id, received_at'

/** A lead whose counts must change, with what today's count needs. */
export type TakenLead = CountedLead & { readonly id: number; readonly receivedAt: number }

/** Runs `work` for a list of ids in pieces, each as the JSON array that `json_each` takes. */
export function inChunks(ids: readonly number[], work: (json: string) => void): void {
  for (let start = 0; start < ids.length; start += chunk) work(JSON.stringify(ids.slice(start, start + chunk)))
}

/** Leads of the list that are there and not deleted. */
export function readCounted(database: Database, json: string): readonly TakenLead[] {
  return database
    .all(
      `SELECT ${countedColumns} FROM lead WHERE id IN (SELECT value FROM json_each(?)) AND deleted IS NULL ORDER BY id DESC`,
      [json],
    )
    .map(toCounted)
}

export function readCountedDeleted(database: Database, undoToken: string): readonly TakenLead[] {
  return database.all(`SELECT ${countedColumns} FROM lead WHERE deleted = ?`, [undoToken]).map(toCounted)
}

function toCounted(row: SqlRow): TakenLead {
  return {
    verdict: verdictOfCode(numberAt(row, 0)),
    action: numberAt(row, 1),
    source: numberAt(row, 2),
    offer: numberAt(row, 3),
    country: numberAt(row, 4),
    isTest: numberAt(row, 5) === 1,
    unread: numberAt(row, 6) === 1,
    pinned: numberAt(row, 7) === 1,
    id: numberAt(row, 8),
    receivedAt: numberAt(row, 9),
  }
}

/** Counts leads out (−1) or in again (1). */
export function recount(facets: FacetTable, leads: readonly TakenLead[], sign: 1 | -1): void {
  const tally: Tally = new Map()
  for (const lead of leads) tallyLead(facets, tally, lead, sign)
  facets.write(tally)
}

/** Takes leads out of every table but the counts, with what their runs keep of them. */
export function erase(database: Database, index: TextIndex, ids: readonly number[]): void {
  const now = Date.now()
  inChunks(ids, (json) => {
    index.remove(json)
    forgetLeads(database, json, now)
    database.run('DELETE FROM lead_content WHERE id IN (SELECT value FROM json_each(?))', [json])
    database.run('DELETE FROM lead WHERE id IN (SELECT value FROM json_each(?))', [json])
  })
}

/** Sets one mark where it differs; gives the ids that changed. */
export function setMark(
  database: Database,
  facets: FacetTable,
  mark: 'unread' | 'pinned',
  on: boolean,
  ids: readonly number[],
): readonly number[] {
  const changed: number[] = []
  inChunks(ids, (json) => {
    const condition = `deleted IS NULL AND ${mark} = ${on ? 0 : 1} AND id IN (SELECT value FROM json_each(?))`
    for (const row of database.all(`SELECT id FROM lead WHERE ${condition}`, [json])) changed.push(numberAt(row, 0))
    database.run(`UPDATE lead SET ${mark} = ${on ? 1 : 0} WHERE ${condition}`, [json])
  })
  facets.write(new Map([[facets.idOf(mark, ''), on ? changed.length : -changed.length]]))
  return changed
}
