import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { Notice } from '@shared/receiver-state'
import { type ApprovedFileTable, createApprovedFileTable } from './approved-file-table'
import { checkDatabase, clearSuspicion, raiseSuspicion } from './check-database'
import { type CollectionRunTable, createCollectionRunTable } from './collection-run-table'
import { type ComposerStateTable, createComposerStateTable } from './composer-state-table'
import { type ConnectionTable, createConnectionTable } from './connection-table'
import { createLeadStore } from './create-lead-store'
import { type Database, openDatabase, openDatabaseReadOnly } from './database'
import { toStorageError } from './database-error'
import { createDraftTable, type DraftTable } from './draft-table'
import { createFlowActionTable, type FlowActionTable } from './flow-action-table'
import { createFlowRunTable, type FlowRunTable } from './flow-run-table'
import { createFlowTable, type FlowTable } from './flow-table'
import { createGuideTable, type GuideTable } from './guide-table'
import { createHistoryTable, type HistoryTable } from './history-table'
import type { LeadStore } from './lead-store'
import { migrate, readVersion, refuseNewer } from './migrate'
import { allMigrations } from './migrations/all-migrations'
import { moveAside } from './move-aside'
import { createOfferTable, type OfferTable } from './offer-table'
import { createRehearsalTable, type RehearsalTable } from './rehearsal-table'
import { createSecretTable, type SecretTable } from './secret-table'

export type Storage = {
  readonly leads: LeadStore
  readonly flows: FlowTable
  readonly drafts: DraftTable
  readonly approvedFiles: ApprovedFileTable
  readonly composerState: ComposerStateTable
  readonly secrets: SecretTable
  readonly history: HistoryTable
  readonly collectionRuns: CollectionRunTable
  readonly flowActions: FlowActionTable
  readonly flowRuns: FlowRunTable
  readonly connections: ConnectionTable
  readonly rehearsals: RehearsalTable
  /** One transaction; not to be nested. */
  readonly inTransaction: <Result>(work: () => Result) => Result
  readonly offers: OfferTable
  readonly guide: GuideTable
  /** What happened to the data while opening it. */
  readonly notices: readonly Notice[]
  readonly close: () => void
}

/** Reading only: what the command line shows while the app has the folder. Leads of the last moment may not be searchable yet. */
export type ReadOnlyStorage = {
  readonly leads: Pick<
    LeadStore,
    'page' | 'index' | 'get' | 'body' | 'facets' | 'selectIds' | 'countSelection' | 'summaries'
  >
  readonly flows: Pick<FlowTable, 'list' | 'get'>
  readonly close: () => void
}

const databaseFile = 'lead-inspector.db'

/**
 * Opens (or makes) `lead-inspector.db` in the folder, brings it up to date and purges what was deleted before. A corrupt
 * one is moved aside whole and replaced by a new one, with a notice. The caller holds the folder's lock.
 * Throws `database-newer` {found, known}, `disk-full`, `storage-failed`.
 */
export function openStorage(dataFolder: string): Storage {
  const path = join(dataFolder, databaseFile)
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    chmodSync(dataFolder, 0o700)
    try {
      return storageOf(openChecked(path), path, [])
    } catch (error) {
      if (!isCorrupt(error)) throw error
      const moved = moveAside(path)
      clearSuspicion(path)
      return storageOf(openChecked(path), path, [{ kind: 'database-moved-aside', path: moved }])
    }
  } catch (error) {
    throw toStorageError(error)
  }
}

/**
 * Opens the folder's database for reading, beside a process that may be writing it.
 * Throws `file-unreadable` {path} where there is none, `database-newer`, `database-corrupt`, `storage-failed`.
 */
export function openStorageReadOnly(dataFolder: string): ReadOnlyStorage {
  const path = join(dataFolder, databaseFile)
  if (!existsSync(path)) throw new AppError('file-unreadable', { path })
  const database = openDatabaseReadOnly(path)
  try {
    const version = readVersion(database)
    refuseNewer(version, allMigrations)
    if (version < allMigrations.length)
      throw new AppError('storage-failed', { detail: `database version ${version}: start the app once` })
    const leads = createLeadStore(database)
    return { leads, flows: createFlowTable(database), close: () => database.close() }
  } catch (error) {
    database.close()
    throw toStorageError(error)
  }
}

/** The caller's database, ready; closed again when that fails. */
function openChecked(path: string): Database {
  // Made here with its mode, before SQLite would make it with the default one. `-wal` and `-shm` take after it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  const database = openDatabase(path)
  try {
    chmodSync(path, 0o600)
    checkDatabase(database, path)
    migrate(database, path, allMigrations)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function storageOf(database: Database, path: string, notices: readonly Notice[]): Storage {
  const watched = watchForCorruption(database, () => raiseSuspicion(path))
  try {
    const rehearsals = createRehearsalTable(watched)
    const flowRuns = createFlowRunTable(watched, rehearsals)
    const leads = createLeadStore(watched, flowRuns)
    leads.purgeDeleted()
    leads.catchUp()
    const history = createHistoryTable(watched)
    history.purgeDeleted()
    const offers = createOfferTable(watched)
    offers.purgeDeleted()
    return {
      leads,
      flows: createFlowTable(watched),
      drafts: createDraftTable(watched),
      approvedFiles: createApprovedFileTable(watched),
      composerState: createComposerStateTable(watched),
      secrets: createSecretTable(watched),
      history,
      collectionRuns: createCollectionRunTable(watched),
      flowActions: createFlowActionTable(watched),
      flowRuns,
      connections: createConnectionTable(watched),
      rehearsals,
      inTransaction: watched.transaction,
      offers,
      guide: createGuideTable(watched),
      notices,
      close: () => {
        try {
          leads.close()
        } finally {
          watched.close()
        }
      },
    }
  } catch (error) {
    watched.close()
    throw error
  }
}

/** A page that turns out to be corrupt later: the next start checks the whole file. */
function watchForCorruption(database: Database, onCorrupt: () => void): Database {
  function watch<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      if (isCorrupt(error)) onCorrupt()
      throw error
    }
  }
  return {
    ...database,
    run: (sql, values) => watch(() => database.run(sql, values)),
    all: (sql, values) => watch(() => database.all(sql, values)),
    get: (sql, values) => watch(() => database.get(sql, values)),
  }
}

function isCorrupt(error: unknown): boolean {
  return error instanceof AppError && error.code === 'database-corrupt'
}
