import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { AppError } from '@shared/app-error'
import type { Database } from './database'
import { wordAt } from './row-reader'

/** Files up to this size are checked at every start: that takes some tens of milliseconds. */
const quicklyChecked = 16 * 1024 * 1024

/**
 * Throws `database-corrupt` when the file is not a whole database. Large ones are read through only after a suspicion,
 * since that would take seconds at every start.
 */
export function checkDatabase(database: Database, path: string): void {
  database.all('SELECT count(*) FROM sqlite_schema')
  if (statSync(path).size > quicklyChecked && !existsSync(markOf(path))) return
  const verdict = wordAt(database.get('PRAGMA quick_check(1)'), 0)
  if (verdict !== 'ok') throw new AppError('database-corrupt', { detail: verdict })
  clearSuspicion(path)
}

/** Has the next start check the whole file. */
export function raiseSuspicion(path: string): void {
  try {
    writeFileSync(markOf(path), '', { mode: 0o600 })
  } catch {
    // The error that gave rise to it travels on; without the mark the next start is merely less suspicious.
  }
}

export function clearSuspicion(path: string): void {
  rmSync(markOf(path), { force: true })
}

function markOf(path: string): string {
  return `${path}.suspect`
}
