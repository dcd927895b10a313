import { AppError } from '@shared/app-error'
import type { LeadSelection } from '@shared/contract/engine-commands'
import type { LeadQuery } from '@shared/lead/lead-query'
import { erase, inChunks, readCounted, readCountedDeleted, recount, setMark } from './change-leads'
import type { Database } from './database'
import { createFacetTable } from './facet-table'
import { countLeads, findLeads, type IdRange } from './find-leads'
import { createFlowActivityTable } from './flow-activity-table'
import type { FlowRunTable } from './flow-run-table'
import { indexLeads } from './index-leads'
import { insertLeads } from './insert-leads'
import { toLeadFilter } from './lead-filter'
import { readSummary, summaryColumns } from './lead-row'
import type { LeadStore } from './lead-store'
import { readBodyBytes, readLead, readTriggerInput } from './read-lead'
import { numberAt } from './row-reader'
import type { SqlRow } from './sql-value'
import { toStoredText } from './stored-text'
import { createTextIndex } from './text-index'
import { createTodayCounter } from './today-counter'

/** The leads of an open database. `close` adds what the text index still lacks; the connection stays the caller's. */
export type OpenLeadStore = LeadStore & {
  /** Has the text index go on, in an idle moment, where a process that was killed left it. */
  readonly catchUp: () => void
  readonly close: () => void
}

/** @param runs takes the runs of accepted leads; null where nothing is written */
export function createLeadStore(
  database: Database,
  runs: Pick<FlowRunTable, 'insert' | 'forget'> | null = null,
): OpenLeadStore {
  const facets = createFacetTable(database)
  const today = createTodayCounter(database)
  const activity = createFlowActivityTable(database)
  let lastId = readLastId(database)
  const index = createTextIndex(database, lastId)

  /** One transaction; what was remembered of a failed one is forgotten. */
  function write<Result>(work: () => Result): Result {
    try {
      return database.transaction(work)
    } catch (error) {
      facets.forget()
      index.reload()
      runs?.forget()
      throw error
    }
  }

  function find(query: LeadQuery, columns: string, range: IdRange, limit: number): readonly SqlRow[] {
    const filter = toLeadFilter(query, facets)
    if (filter === null) return []
    if (filter.match !== null) index.flush()
    return findLeads(database, index, filter, columns, range, limit)
  }

  function idsOf(selection: LeadSelection): readonly number[] {
    if ('query' in selection) return find(selection.query, 'lead.id', everything, -1).map((row) => numberAt(row, 0))
    return [...new Set(selection.ids)]
  }

  function removeForGood(ids: readonly number[]): readonly number[] {
    if (ids.length === 0) return []
    write(() => {
      inChunks(ids, (json) => recount(facets, readCounted(database, json), -1))
      erase(database, index, ids)
      rememberLastId(database, lastId)
    })
    today.forget()
    activity.forget()
    return ids
  }

  return {
    insert: (batch) => {
      const summaries = write(() => insertLeads(database, facets, lastId + 1, batch, runs))
      lastId += batch.length
      for (const summary of summaries) today.add(summary)
      activity.add(summaries)
      index.follow(lastId)
      return summaries
    },

    page: (query, from, until, limit) =>
      find(query, summaryColumns, { from: from ?? everything.from, until: until ?? 0 }, limit).map(readSummary),

    index: (query) => indexLeads(lastId, (from, limit) => find(query, 'lead.id', { from, until: 0 }, limit)),

    get: (id, textLimit) => readLead(database, id, textLimit),
    triggerInput: (id) => readTriggerInput(database, id),
    body: (id, offset, length) => readBodyBytes(database, id, offset, length),
    facets: () => facets.read(),
    today: (dayStart) => today.read(dayStart),
    flowActivity: activity.read,
    lastOfFlow: activity.lastLeads,

    selectIds: (selection, before, limit) => {
      const from = before === null ? everything.from : before - 1
      if ('query' in selection)
        return find(selection.query, 'lead.id', { from, until: 0 }, limit).map((row) => numberAt(row, 0))
      const ids = [...new Set(selection.ids)].filter((id) => id <= from).sort((a, b) => b - a)
      return existing(database, ids).slice(0, limit)
    },

    countSelection: (selection) => {
      if ('ids' in selection) return existing(database, [...new Set(selection.ids)]).length
      const filter = toLeadFilter(selection.query, facets)
      if (filter === null) return 0
      if (filter.match !== null) index.flush()
      else if (!filter.unread && !filter.pinned) return facets.count('total')
      return countLeads(database, index, filter)
    },

    summaries: (ids) => {
      const rows: SqlRow[] = []
      inChunks(ids, (json) =>
        rows.push(
          ...database.all(
            `SELECT ${summaryColumns} FROM json_each(?) AS wanted CROSS JOIN lead ON lead.id = wanted.value
             WHERE deleted IS NULL ORDER BY wanted.key`,
            [json],
          ),
        ),
      )
      return rows.map(readSummary)
    },

    mark: (selection, change) => {
      const ids = idsOf(selection)
      const changed = write(() => [
        ...(change.unread === undefined ? [] : setMark(database, facets, 'unread', change.unread, ids)),
        ...(change.pinned === undefined ? [] : setMark(database, facets, 'pinned', change.pinned, ids)),
      ])
      return new Set(changed).size
    },

    setNote: (id, note) =>
      write(() => {
        const found = database.run('UPDATE lead SET has_note = ? WHERE id = ? AND deleted IS NULL', [
          note === '' ? 0 : 1,
          id,
        ])
        if (found === 0) throw new AppError('lead-not-found', { id })
        database.run('UPDATE lead_content SET note = ? WHERE id = ?', [note === '' ? null : toStoredText(note), id])
      }),

    delete: (selection, undoToken) => {
      const ids = idsOf(selection)
      const deleted: number[] = []
      write(() =>
        inChunks(ids, (json) => {
          const leads = readCounted(database, json)
          recount(facets, leads, -1)
          database.run('UPDATE lead SET deleted = ? WHERE deleted IS NULL AND id IN (SELECT value FROM json_each(?))', [
            undoToken,
            json,
          ])
          for (const lead of leads) deleted.push(lead.id)
        }),
      )
      today.forget()
      activity.forget()
      return deleted
    },

    restore: (undoToken) => {
      const leads = write(() => {
        const restored = readCountedDeleted(database, undoToken)
        recount(facets, restored, 1)
        database.run('UPDATE lead SET deleted = NULL WHERE deleted = ?', [undoToken])
        return restored
      })
      today.forget()
      activity.forget()
      return leads.length
    },

    purgeDeleted: () => {
      const ids = database.all('SELECT id FROM lead WHERE deleted IS NOT NULL').map((row) => numberAt(row, 0))
      if (ids.length === 0) return 0
      write(() => {
        erase(database, index, ids)
        facets.removeUnused()
        rememberLastId(database, lastId)
      })
      // What is gone must not live on in the log.
      database.get('PRAGMA wal_checkpoint(TRUNCATE)')
      return ids.length
    },

    removeOlderThan: (time) => {
      const rows = database.all('SELECT id FROM lead WHERE received_at < ? AND pinned = 0 AND deleted IS NULL', [time])
      return removeForGood(rows.map((row) => numberAt(row, 0))).length
    },

    trimUnmatched: (kept) => {
      const excess = facets.count('verdict', 'unmatched') - kept
      if (excess <= 0) return []
      // 6 is `unmatched`, as in the index's definition. What the user pinned stays.
      const rows = database.all(
        'SELECT id FROM lead INDEXED BY lead_unmatched WHERE verdict = 6 AND pinned = 0 AND deleted IS NULL ORDER BY id LIMIT ?',
        [excess],
      )
      return removeForGood(rows.map((row) => numberAt(row, 0)))
    },

    catchUp: () => index.follow(lastId),

    close: () => {
      index.flush()
      index.stop()
    },
  }
}

const everything: IdRange = { from: Number.MAX_SAFE_INTEGER, until: 0 }

function existing(database: Database, ids: readonly number[]): readonly number[] {
  const found: number[] = []
  inChunks(ids, (json) => {
    const rows = database.all(
      'SELECT wanted.value FROM json_each(?) AS wanted CROSS JOIN lead ON lead.id = wanted.value WHERE deleted IS NULL ORDER BY wanted.key',
      [json],
    )
    for (const row of rows) found.push(numberAt(row, 0))
  })
  return found
}

/** Ids are never given twice, also when the newest leads were removed. */
function readLastId(database: Database): number {
  const newest = numberAt(database.get('SELECT ifnull(max(id), 0) FROM lead'), 0)
  return Math.max(newest, numberAt(database.get("SELECT value FROM counter WHERE name = 'last_id'"), 0))
}

function rememberLastId(database: Database, lastId: number): void {
  database.run("UPDATE counter SET value = ? WHERE name = 'last_id'", [lastId])
}
