import { pathToFileURL } from 'node:url'
import { AppError } from '@shared/app-error'
import Libsql from 'libsql'
import { toStorageError } from './database-error'
import { checkSqlValues, type SqlRow, type SqlValue } from './sql-value'

/**
 * One connection, synchronous. Rows are arrays in the order of the selected columns. Every call throws `AppError`
 * (`disk-full`, `database-corrupt`, `storage-failed`).
 */
export type Database = {
  /** Runs a statement that gives no rows. Returns how many rows it changed. */
  readonly run: (sql: string, values?: readonly SqlValue[]) => number
  readonly all: (sql: string, values?: readonly SqlValue[]) => readonly SqlRow[]
  /** The first row, null where there is none. */
  readonly get: (sql: string, values?: readonly SqlValue[]) => SqlRow | null
  /** Several statements without values: definitions of tables. */
  readonly exec: (sql: string) => void
  /** Commits what `work` wrote, or nothing when it throws. Not to be nested. */
  readonly transaction: <Result>(work: () => Result) => Result
  readonly close: () => void
}

type Statement = Libsql.Statement<[readonly SqlValue[]]>

/** Statements with lists of tables are many; the rest are few. The oldest go first. */
const cachedStatements = 200

/** Opens (or makes) a database for writing, with the settings of `design.md`. */
export function openDatabase(path: string): Database {
  const database = adopt(path)
  try {
    database.exec(`
      PRAGMA busy_timeout = 5000;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA foreign_keys = OFF;
      PRAGMA mmap_size = 0;
      PRAGMA cache_size = -32768;
      PRAGMA wal_autocheckpoint = 1000;
      PRAGMA journal_size_limit = 67108864;
    `)
  } catch (error) {
    database.close()
    throw error
  }
  return {
    ...database,
    close: () => {
      emptyLog(database)
      database.close()
    },
  }
}

/**
 * Moves the log into the database. Done by hand before closing, since libsql closes the files only when the statements
 * are collected, or with the process.
 */
function emptyLog(database: Database): void {
  try {
    database.get('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // A full disk or a damaged file: the log stays and the next start reads it. Closing must not fail for that.
    if (!(error instanceof AppError)) throw error
  }
}

/** Opens a database beside the process that writes it. The file must exist. */
export function openDatabaseReadOnly(path: string): Database {
  const database = adopt(`${pathToFileURL(path).href}?mode=ro`)
  try {
    database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -16384',
    )
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function adopt(path: string): Database {
  const connection = translated(() => new Libsql(path))
  const statements = new Map<string, Statement>()

  function statement(sql: string): Statement {
    const known = statements.get(sql)
    if (known) return known
    const prepared: Statement = connection.prepare<[readonly SqlValue[]]>(sql)
    // Raw rows are arrays: faster, and without the `_metadata` that libsql adds to objects.
    if (prepared.reader) prepared.raw()
    if (statements.size >= cachedStatements) {
      for (const oldest of statements.keys()) {
        statements.delete(oldest)
        break
      }
    }
    statements.set(sql, prepared)
    return prepared
  }

  function all(sql: string, values: readonly SqlValue[] = []): readonly SqlRow[] {
    checkSqlValues(values)
    // What libsql gives for raw rows; its types say `unknown`.
    return translated(() => statement(sql).all(values) as SqlRow[])
  }

  function run(sql: string, values: readonly SqlValue[] = []): number {
    checkSqlValues(values)
    return translated(() => statement(sql).run(values).changes)
  }

  return {
    run,
    all,
    get: (sql, values = []) => {
      checkSqlValues(values)
      // As above. libsql resets the statement after its first row, so no read transaction stays open.
      return translated(() => (statement(sql).get(values) as SqlRow | undefined) ?? null)
    },
    exec: (sql) => translated(() => connection.exec(sql)),
    transaction: (work) => {
      run('BEGIN IMMEDIATE')
      try {
        const result = work()
        run('COMMIT')
        return result
      } catch (error) {
        // SQLite has rolled back by itself after some failures, a full disk among them.
        if (connection.inTransaction) run('ROLLBACK')
        throw error
      }
    },
    close: () => {
      statements.clear()
      connection.close()
    },
  }
}

function translated<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw toStorageError(error)
  }
}
