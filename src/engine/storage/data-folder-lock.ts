import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import Libsql from 'libsql'
import { z } from 'zod'
import { toStorageError } from './database-error'

export type LockHolder = { readonly kind: 'app' | 'cli' }

export type DataFolderLock = { readonly release: () => void }

const lockFile = 'lead-inspector.lock'
const holderFile = 'lead-inspector.lock.json'
const sqliteBusy = 5

const holderSchema = z.object({ pid: z.number(), kind: z.enum(['app', 'cli']), since: z.string() })

/**
 * Takes the data folder (made where it is missing) for this process. The lock is the operating system's, on a tiny
 * database that stays in an exclusive transaction: it dies with the process, however that ends, and no stale file can
 * keep the folder locked. The JSON beside it only tells others who has it.
 * Throws `data-folder-in-use` {pid, kind, since} when another has it (`since` an ISO time; pid 0 where it cannot be
 * told), `disk-full`, `storage-failed`.
 */
export function lockDataFolder(folder: string, holder: LockHolder): DataFolderLock {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const connection = new Libsql(join(folder, lockFile))
    try {
      connection.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      connection.close()
      if (error instanceof Error && 'rawCode' in error && error.rawCode === sqliteBusy)
        throw new AppError('data-folder-in-use', readHolder(folder))
      throw error
    }
    chmodSync(join(folder, lockFile), 0o600)
    writeHolder(folder, holder)
    return {
      release: () => {
        rmSync(join(folder, holderFile), { force: true })
        connection.exec('ROLLBACK')
        connection.close()
      },
    }
  } catch (error) {
    throw toStorageError(error)
  }
}

/** Renamed into place, so that nobody reads half of it. */
function writeHolder(folder: string, holder: LockHolder): void {
  const text = JSON.stringify({ pid: process.pid, kind: holder.kind, since: new Date().toISOString() })
  const path = join(folder, holderFile)
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function readHolder(folder: string): { readonly pid: number; readonly kind: string; readonly since: string } {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(join(folder, holderFile), 'utf8')))
  } catch {
    // The holder has not written it yet; that the folder is in use is certain all the same.
    return { pid: 0, kind: 'app', since: '' }
  }
}
