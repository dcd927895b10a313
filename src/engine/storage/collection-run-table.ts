import { AppError } from '@shared/app-error'
import type { CollectionRun, RunResult } from '@shared/runner/collection-run'
import type { Database } from './database'
import { numberAt, textAt } from './row-reader'
import { toStoredText } from './stored-text'

/** Runs of collections and their results. All calls are synchronous; each writing call is one transaction. */
export type CollectionRunTable = {
  /** Gives the run its id. */
  readonly insert: (run: Omit<CollectionRun, 'id'>) => CollectionRun
  /** Writes a run as it is now, and the results that it got since the last time. */
  readonly save: (run: CollectionRun, results: readonly RunResult[]) => void
  /** Newest first. */
  readonly list: (limit: number) => readonly CollectionRun[]
  /** Throws `bad-input` where there is no such run. */
  readonly get: (id: number) => CollectionRun
  /** Results with a larger number than `after`, in the order of their numbers. */
  readonly results: (id: number, only: 'all' | 'failed', after: number, limit: number) => readonly RunResult[]
  /** Ids of the runs that are older than the newest `kept`. */
  readonly olderThanNewest: (kept: number) => readonly number[]
  /** Removes results of a run, with the last ones the run itself: true while some are left. The receiver goes on between. */
  readonly deleteSome: (id: number, limit: number) => boolean
  /** Runs that a process left running when it ended; gives how many. */
  readonly markInterrupted: () => number
}

export function createCollectionRunTable(database: Database): CollectionRunTable {
  function write(run: CollectionRun): void {
    database.run(
      `INSERT INTO collection_run (id, running, content) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET running = excluded.running, content = excluded.content`,
      [run.id, run.state.state === 'running' ? 1 : 0, toStoredText(JSON.stringify(run))],
    )
  }

  return {
    insert: (run) =>
      database.transaction(() => {
        const id = numberAt(database.get('SELECT ifnull(max(id), 0) + 1 FROM collection_run'), 0)
        const inserted = { ...run, id }
        write(inserted)
        return inserted
      }),

    save: (run, results) =>
      database.transaction(() => {
        for (const result of results) {
          database.run('INSERT INTO collection_run_result (run_id, number, passed, content) VALUES (?, ?, ?, ?)', [
            run.id,
            result.number,
            result.passed ? 1 : 0,
            toStoredText(JSON.stringify(result)),
          ])
        }
        write(run)
      }),

    list: (limit) =>
      database
        .all('SELECT content FROM collection_run ORDER BY id DESC LIMIT ?', [limit])
        .map((row): CollectionRun => JSON.parse(textAt(row, 0))),

    get: (id) => {
      const row = database.get('SELECT content FROM collection_run WHERE id = ?', [id])
      if (row === null) throw new AppError('bad-input', { detail: 'run' })
      return JSON.parse(textAt(row, 0))
    },

    results: (id, only, after, limit) =>
      database
        .all(
          `SELECT content FROM collection_run_result WHERE run_id = ? AND number > ?
           ${only === 'failed' ? 'AND passed = 0' : ''} ORDER BY number LIMIT ?`,
          [id, after, limit],
        )
        .map((row): RunResult => JSON.parse(textAt(row, 0))),

    olderThanNewest: (kept) =>
      database
        .all('SELECT id FROM collection_run ORDER BY id DESC LIMIT -1 OFFSET ?', [kept])
        .map((row) => numberAt(row, 0)),

    deleteSome: (id, limit) =>
      database.transaction(() => {
        const removed = database.run(
          `DELETE FROM collection_run_result WHERE run_id = ?1 AND number IN
             (SELECT number FROM collection_run_result WHERE run_id = ?1 ORDER BY number LIMIT ?2)`,
          [id, limit],
        )
        if (removed === limit) return true
        // In the same transaction: the next run gets the id of the newest that was deleted.
        database.run('DELETE FROM collection_run WHERE id = ?', [id])
        return false
      }),

    markInterrupted: () =>
      database.transaction(() => {
        const rows = database.all('SELECT content FROM collection_run WHERE running = 1')
        for (const row of rows) {
          const run: CollectionRun = JSON.parse(textAt(row, 0))
          write({ ...run, state: { state: 'interrupted', endedAt: lastWritten(run) } })
        }
        return rows.length
      }),
  }
}

/** When the row was written last, from what it says about its speed: the time of the crash itself is not known. */
function lastWritten(run: CollectionRun): number {
  if (run.requestsPerSecond === 0) return run.startedAt
  return Math.round(run.startedAt + (run.done / run.requestsPerSecond) * 1000)
}
