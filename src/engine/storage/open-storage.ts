import { AppError } from '@shared/app-error'
import type { Notice } from '@shared/receiver-state'
import type { FlowTable } from './flow-table'
import type { LeadStore } from './lead-store'

export type Storage = {
  readonly leads: LeadStore
  readonly flows: FlowTable
  /** What happened to the data while opening it. */
  readonly notices: readonly Notice[]
  readonly close: () => void
}

/** Reading only: what the command line shows while the app has the folder. Writing calls throw. */
export type ReadOnlyStorage = {
  readonly leads: Pick<LeadStore, 'page' | 'get' | 'body' | 'facets' | 'selectIds' | 'countSelection' | 'summaries'>
  readonly flows: Pick<FlowTable, 'list' | 'get'>
  readonly close: () => void
}

/**
 * Opens (or makes) `lead-inspector.db` in the folder, brings it up to date and purges what was deleted before.
 * The caller holds the folder's lock. Throws `database-newer` {found, known}, `disk-full`, `storage-failed`.
 */
export function openStorage(_dataFolder: string): Storage {
  throw new AppError('storage-failed', { detail: 'not written yet' })
}

/** Opens the folder's database for reading, beside a process that writes. Throws `file-unreadable` {path} where there is none. */
export function openStorageReadOnly(_dataFolder: string): ReadOnlyStorage {
  throw new AppError('storage-failed', { detail: 'not written yet' })
}
