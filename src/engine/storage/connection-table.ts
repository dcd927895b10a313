import type { ConnectionSettings } from '@shared/connection/connection'
import type { Database } from './database'
import { textAt, wordAt } from './row-reader'
import { toStoredText } from './stored-text'

/** A connection without its secret, which is sealed elsewhere. */
export type StoredConnection = { readonly id: string; readonly name: string; readonly settings: ConnectionSettings }

export type ConnectionTable = {
  readonly list: () => readonly StoredConnection[]
  /** null where there is no such connection. */
  readonly get: (id: string) => StoredConnection | null
  readonly write: (connection: StoredConnection) => void
  readonly remove: (id: string) => void
}

export function createConnectionTable(database: Database): ConnectionTable {
  function list(): readonly StoredConnection[] {
    return database
      .all('SELECT id, content FROM connection')
      .map((row): StoredConnection => ({ ...JSON.parse(textAt(row, 1)), id: wordAt(row, 0) }))
      .sort((one, other) => one.name.localeCompare(other.name))
  }

  return {
    list,
    get: (id) => list().find((connection) => connection.id === id) ?? null,
    write: ({ id, name, settings }) =>
      void database.run(
        'INSERT INTO connection (id, content) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content',
        [id, toStoredText(JSON.stringify({ name, settings }))],
      ),
    remove: (id) => void database.run('DELETE FROM connection WHERE id = ?', [id]),
  }
}
