import { AppError } from '@shared/app-error'
import type { Database } from './database'
import { tagsSql } from './lead-filter'
import { numberAt, wordAt } from './row-reader'

/** Leads in one part of the index. A query's cost is bounded by one part as long as that fills a page. */
export const leadsPerPart = 65_536
/** Leads indexed in one go: a few milliseconds, so that the receiver goes on. */
const slice = 1000
/** So many leads wait at most; then the writer pays at once. */
const longestLag = 8192
const idleMs = 40

/**
 * The index that search and facets use: FTS5 tables of 65,536 leads each, newest part asked first. Leads are added just
 * after their commit, in the next idle moment, because that makes storing a third faster; `flush` adds what is missing
 * before a query. How far it has come is in the database, so a crash costs nothing.
 */
export type TextIndex = {
  /** Part numbers that hold leads of the range, newest first. */
  readonly parts: (from: number, until: number) => readonly number[]
  /** Tells of new leads up to an id. */
  readonly follow: (lastId: number) => void
  readonly flush: () => void
  /** Takes leads out; within the caller's transaction. `ids` is a JSON array. */
  readonly remove: (ids: string) => void
  /** Forgets what a rolled back transaction made. */
  readonly reload: () => void
  readonly stop: () => void
}

export function partName(part: number): string {
  return `text_index_${part}`
}

export function createTextIndex(database: Database, newestId: number): TextIndex {
  let parts = readParts()
  let indexedTo = numberAt(database.get("SELECT value FROM counter WHERE name = 'text_indexed_to'"), 0)
  let lastId = Math.max(newestId, indexedTo)
  let timer: NodeJS.Timeout | null = null
  let lastFollow = 0

  function readParts(): Set<number> {
    const rows = database.all(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE text_index_%'",
    )
    return new Set(rows.map((row) => Number(wordAt(row, 0).slice(partName(0).length - 1))))
  }

  function indexSlice(limit: number): void {
    const part = Math.floor((indexedTo + 1) / leadsPerPart)
    const last = Math.min(lastId, indexedTo + limit, (part + 1) * leadsPerPart - 1)
    database.transaction(() => {
      if (!parts.has(part)) createPart(part)
      database.run(
        `INSERT INTO ${partName(part)} (rowid, text, tags)
         SELECT lead.id, CAST(search_text AS TEXT), ${tagsSql}
         FROM lead JOIN lead_content ON lead_content.id = lead.id WHERE lead.id > ? AND lead.id <= ?`,
        [indexedTo, last],
      )
      database.run("UPDATE counter SET value = ? WHERE name = 'text_indexed_to'", [last])
    })
    parts.add(part)
    indexedTo = last
  }

  function createPart(part: number): void {
    database.exec(
      `CREATE VIRTUAL TABLE ${partName(part)} USING fts5 (
        text, tags, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")`,
    )
  }

  function schedule(delayMs: number): void {
    timer ??= setTimeout(whenIdle, delayMs).unref()
  }

  function whenIdle(): void {
    timer = null
    if (indexedTo >= lastId) return
    const quietMs = performance.now() - lastFollow
    if (quietMs < idleMs) {
      schedule(idleMs - quietMs)
      return
    }
    if (tryIndexSlice(slice)) schedule(0)
  }

  /** The leads themselves are stored: a failure must not look like theirs. The next lead or query tries again. */
  function tryIndexSlice(limit: number): boolean {
    try {
      indexSlice(limit)
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  }

  return {
    parts: (from, until) => {
      const first = Math.floor(from / leadsPerPart)
      const last = Math.floor((until + 1) / leadsPerPart)
      return [...parts].filter((part) => part <= first && part >= last).sort((a, b) => b - a)
    },
    follow: (newest) => {
      lastId = newest
      lastFollow = performance.now()
      while (lastId - indexedTo > longestLag && tryIndexSlice(slice * 2)) {}
      schedule(idleMs)
    },
    flush: () => {
      // Reading must go on while the disk is full: what is indexed is found, the rest when there is room again.
      while (indexedTo < lastId && tryIndexSlice(slice * 10)) {}
    },
    remove: (ids) => {
      for (const part of parts) {
        const from = part * leadsPerPart
        database.run(
          `DELETE FROM ${partName(part)} WHERE rowid IN
           (SELECT value FROM json_each(?) WHERE value >= ? AND value < ? AND value <= ?)`,
          [ids, from, from + leadsPerPart, indexedTo],
        )
      }
    },
    reload: () => {
      parts = readParts()
    },
    stop: () => {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}
