import type { JsonValue } from '@shared/json-value'
import type { Database } from './database'
import { textAt } from './row-reader'
import { toStoredText } from './stored-text'

/** What the composer remembers beside drafts and files, as JSON by name. */
export type ComposerStateTable = {
  /** null where nothing was set. */
  readonly get: (name: string) => JsonValue
  readonly set: (name: string, value: JsonValue) => void
}

export function createComposerStateTable(database: Database): ComposerStateTable {
  return {
    get: (name) => {
      const row = database.get('SELECT content FROM composer_state WHERE name = ?', [name])
      return row === null ? null : JSON.parse(textAt(row, 0))
    },
    set: (name, value) =>
      void database.run(
        `INSERT INTO composer_state (name, content) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET content = excluded.content`,
        [name, toStoredText(JSON.stringify(value))],
      ),
  }
}
