import { AppError } from '@shared/app-error'
import { backUp } from './back-up'
import type { Database } from './database'
import type { Migration } from './migrations/migration'
import { numberAt } from './row-reader'

/**
 * Brings a database up to the last migration, each in a transaction of its own, after a checked backup beside the file
 * when it holds something. Throws `database-newer` {found, known} for one that a later version of the app has written.
 * @returns the backup's path, null where none was needed
 */
export function migrate(database: Database, path: string, migrations: readonly Migration[]): string | null {
  const found = readVersion(database)
  const missing = migrations.filter((migration) => migration.version > found)
  refuseNewer(found, migrations)
  if (missing.length === 0) return null
  const backup = holdsTables(database) ? backUp(database, path, found) : null
  for (const migration of missing) {
    database.transaction(() => {
      migration.apply(database)
      // A pragma takes no bound values; the number is ours.
      database.exec(`PRAGMA user_version = ${migration.version}`)
    })
  }
  return backup
}

/** Throws `database-newer` when the database is newer than the last of the migrations. */
export function refuseNewer(found: number, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)?.version ?? 0
  if (found > known) throw new AppError('database-newer', { found, known })
}

export function readVersion(database: Database): number {
  return numberAt(database.get('PRAGMA user_version'), 0)
}

function holdsTables(database: Database): boolean {
  return numberAt(database.get("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"), 0) > 0
}
