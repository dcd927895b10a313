import { existsSync, renameSync } from 'node:fs'
import { fileTime } from './file-time'

/**
 * Renames a database and the files that belong to it: a log left behind would be replayed into the next database.
 * @returns the database's new path
 */
export function moveAside(path: string): string {
  const target = `${path}.corrupt-${fileTime(new Date())}`
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, target + suffix)
  }
  return target
}
