import { AppError } from '@shared/app-error'
import type { HistoryEntry, HistoryQuery, HistorySummary } from '@shared/history/history'
import { inChunks } from './change-leads'
import type { Database } from './database'
import { bytesAt, numberAt, textAt } from './row-reader'
import type { SqlValue } from './sql-value'
import { toStoredText } from './stored-text'

/** A send that has ended, to be kept. `searchText` is what the history is searched for: without secrets. */
export type NewHistoryEntry = {
  readonly entry: Omit<HistoryEntry, 'id'>
  readonly summary: Omit<HistorySummary, 'id'>
  readonly searchText: string
  readonly succeeded: boolean
  /** The whole body of the answer, after inflating. */
  readonly body: Uint8Array
}

export type KeptHistoryEntry = {
  readonly entry: HistoryEntry
  readonly summary: HistorySummary
  readonly trimmedTo: number | null
}

/** The sends of the composer. All calls are synchronous; each writing call is one transaction. */
export type HistoryTable = {
  /** Keeps a send; the oldest make room for it: those below `trimmedTo`, null for none. Ids are never given twice. */
  readonly insert: (send: NewHistoryEntry) => KeptHistoryEntry
  /** Newest first, with a smaller id than `before`. Every word of the query's text must be found. */
  readonly page: (query: HistoryQuery, before: number | null, limit: number) => readonly HistorySummary[]
  /** Throws `bad-input` where there is no such send, as the next two do. */
  readonly get: (id: number) => HistoryEntry
  readonly body: (id: number) => Uint8Array
  readonly bodyPiece: (id: number, offset: number, length: number) => Uint8Array
  /** Puts sends aside until they are restored or purged; gives how many. */
  readonly delete: (which: readonly number[] | 'all', undoToken: string) => number
  readonly restore: (undoToken: string) => number
  /** Removes for good what was put aside: at the start, when nobody can take it back any more. */
  readonly purgeDeleted: () => number
}

export type HistoryLimits = { readonly entries: number; readonly bytes: number }

const defaultLimits: HistoryLimits = { entries: 5000, bytes: 500 * 1024 * 1024 }

/** Rows looked at in one step when room is made. */
const step = 200
const searchedWords = 10
const lastIdName = 'history_last_id'

export function createHistoryTable(database: Database, limits: HistoryLimits = defaultLimits): HistoryTable {
  /** Of all rows, those put aside included. null: to be counted again. */
  let held: { entries: number; bytes: number } | null = null

  function countHeld(): { entries: number; bytes: number } {
    const row = database.get('SELECT count(*), ifnull(sum(length(entry) + length(body)), 0) FROM history_content')
    return { entries: numberAt(row, 0), bytes: numberAt(row, 1) }
  }

  function write<Result>(work: () => Result): Result {
    try {
      return database.transaction(work)
    } catch (error) {
      held = null
      throw error
    }
  }

  function nextId(): number {
    const id = numberAt(
      database.get(
        `SELECT max((SELECT ifnull(max(id), 0) FROM history), ifnull((SELECT value FROM counter WHERE name = ?), 0)) + 1`,
        [lastIdName],
      ),
      0,
    )
    database.run(
      'INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      [lastIdName, id],
    )
    return id
  }

  function erase(ids: readonly number[]): void {
    inChunks(ids, (json) => {
      database.run('DELETE FROM history_content WHERE id IN (SELECT value FROM json_each(?))', [json])
      database.run('DELETE FROM history WHERE id IN (SELECT value FROM json_each(?))', [json])
    })
  }

  /** Gives the id below which all is gone; null where there was room. */
  function makeRoom(newest: number): number | null {
    const now = held ?? countHeld()
    held = now
    let trimmedTo: number | null = null
    while (now.entries > limits.entries || now.bytes > limits.bytes) {
      const oldest = database.all(
        'SELECT id, length(entry) + length(body) FROM history_content WHERE id < ? ORDER BY id LIMIT ?',
        [newest, step],
      )
      if (oldest.length === 0) return trimmedTo
      const gone: number[] = []
      for (const row of oldest) {
        if (now.entries <= limits.entries && now.bytes <= limits.bytes) break
        now.entries -= 1
        now.bytes -= numberAt(row, 1)
        gone.push(numberAt(row, 0))
      }
      erase(gone)
      trimmedTo = (gone.at(-1) ?? 0) + 1
    }
    return trimmedTo
  }

  function readContent(column: string, values: readonly SqlValue[], id: number): ReturnType<Database['get']> {
    const row = database.get(
      `SELECT ${column} FROM history_content JOIN history ON history.id = history_content.id
       WHERE history_content.id = ? AND deleted IS NULL`,
      [...values, id],
    )
    if (row === null) throw new AppError('bad-input', { detail: 'This send is no longer in the history.' })
    return row
  }

  return {
    insert: ({ entry, summary, searchText, succeeded, body }) =>
      write(() => {
        const id = nextId()
        const kept = { entry: { ...entry, id }, summary: { ...summary, id } }
        const content = toStoredText(JSON.stringify(kept.entry))
        const counted = held ?? countHeld()
        held = counted
        database.run('INSERT INTO history (id, sent_at, succeeded, summary, search_text) VALUES (?, ?, ?, ?, ?)', [
          id,
          entry.sentAt,
          succeeded ? 1 : 0,
          toStoredText(JSON.stringify(kept.summary)),
          toStoredText(searchText.toLowerCase()),
        ])
        database.run('INSERT INTO history_content (id, entry, body) VALUES (?, ?, ?)', [id, content, body])
        counted.entries += 1
        counted.bytes += content.byteLength + body.byteLength
        return { ...kept, trimmedTo: makeRoom(id) }
      }),

    page: (query, before, limit) => {
      const words = query.text
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '')
        .slice(0, searchedWords)
      const conditions = [
        'deleted IS NULL',
        'id < ?',
        ...(query.state === 'all' ? [] : ['succeeded = ?']),
        // Both are bytes, so every character is itself: no pattern to escape.
        ...words.map(() => 'instr(search_text, ?) > 0'),
      ]
      const values: SqlValue[] = [before ?? Number.MAX_SAFE_INTEGER]
      if (query.state !== 'all') values.push(query.state === 'succeeded' ? 1 : 0)
      values.push(...words.map(toStoredText), limit)
      return database
        .all(`SELECT summary FROM history WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`, values)
        .map((row): HistorySummary => JSON.parse(textAt(row, 0)))
    },

    get: (id) => JSON.parse(textAt(readContent('entry', [], id), 0)),
    body: (id) => Uint8Array.from(bytesAt(readContent('body', [], id), 0)),
    // substr counts the bytes of a BLOB from 1.
    bodyPiece: (id, offset, length) =>
      Uint8Array.from(bytesAt(readContent('substr(body, ?, ?)', [offset + 1, length], id), 0)),

    delete: (which, undoToken) =>
      write(() => {
        if (which === 'all') return database.run('UPDATE history SET deleted = ? WHERE deleted IS NULL', [undoToken])
        let count = 0
        inChunks(which, (json) => {
          count += database.run(
            'UPDATE history SET deleted = ? WHERE deleted IS NULL AND id IN (SELECT value FROM json_each(?))',
            [undoToken, json],
          )
        })
        return count
      }),

    restore: (undoToken) =>
      write(() => database.run('UPDATE history SET deleted = NULL WHERE deleted = ?', [undoToken])),

    purgeDeleted: () => {
      const ids = database.all('SELECT id FROM history WHERE deleted IS NOT NULL').map((row) => numberAt(row, 0))
      if (ids.length > 0) write(() => erase(ids))
      held = null
      return ids.length
    },
  }
}
