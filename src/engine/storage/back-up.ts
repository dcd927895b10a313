import { chmodSync, existsSync, rmSync } from 'node:fs'
import { AppError } from '@shared/app-error'
import { type Database, openDatabaseReadOnly } from './database'
import { fileTime } from './file-time'
import { wordAt } from './row-reader'

/**
 * Writes a copy of the database beside it and checks the copy. The file is copied by SQLite itself: opening and closing
 * it with Node would drop the locks that this process holds on it (POSIX).
 * @returns the copy's path. Throws `storage-failed` when the copy is not whole, `disk-full` when there is no room for it.
 */
export function backUp(database: Database, path: string, version: number): string {
  const copy = `${path}.backup-v${version}-${fileTime(new Date())}`
  if (existsSync(copy)) rmSync(copy)
  try {
    database.run(`VACUUM INTO '${copy.replaceAll("'", "''")}'`)
    chmodSync(copy, 0o600)
    checkWhole(copy)
  } catch (error) {
    rmSync(copy, { force: true })
    throw error
  }
  return copy
}

function checkWhole(path: string): void {
  const copy = openDatabaseReadOnly(path)
  try {
    const verdict = wordAt(copy.get('PRAGMA integrity_check(1)'), 0)
    if (verdict !== 'ok') throw new AppError('storage-failed', { detail: `backup: ${verdict}` })
  } finally {
    copy.close()
  }
}
