import type { Database } from './database'
import { bytesAt, textAt } from './row-reader'
import { toStoredText } from './stored-text'

export type SecretChange = {
  readonly name: string
  /** null removes the secret. */
  readonly sealed: Uint8Array | null
}

/** Sealed values by name. What they say only `secret-box.ts` can tell. */
export type SecretTable = {
  /** null where there is none of that name. */
  readonly get: (name: string) => Uint8Array | null
  readonly names: () => readonly string[]
  /** All of the changes or none. */
  readonly write: (changes: readonly SecretChange[]) => void
  /** Within the caller's transaction. */
  readonly writeWithin: (changes: readonly SecretChange[]) => void
}

export function createSecretTable(database: Database): SecretTable {
  function change({ name, sealed }: SecretChange): void {
    if (sealed === null) {
      database.run('DELETE FROM secret WHERE name = ?', [toStoredText(name)])
      return
    }
    database.run(
      'INSERT INTO secret (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
      [toStoredText(name), sealed],
    )
  }

  return {
    get: (name) => {
      const row = database.get('SELECT sealed FROM secret WHERE name = ?', [toStoredText(name)])
      return row === null ? null : bytesAt(row, 0)
    },
    names: () => database.all('SELECT name FROM secret').map((row) => textAt(row, 0)),
    write: (changes) => {
      if (changes.length > 0) database.transaction(() => changes.forEach(change))
    },
    writeWithin: (changes) => changes.forEach(change),
  }
}
