import type { Draft } from '@shared/workspace/draft'
import { draftSchema } from '@shared/workspace/draft-schema'
import type { Database } from './database'
import { textAt } from './row-reader'
import { toStoredText } from './stored-text'

/** The journal of the composer's tabs: what was typed survives the end of the process. */
export type DraftTable = {
  /** In no order; what cannot be read (another version wrote it) is left out and kept. */
  readonly list: () => readonly Draft[]
  readonly save: (draft: Draft) => void
  readonly delete: (id: string) => void
}

export function createDraftTable(database: Database): DraftTable {
  return {
    list: () =>
      database.all('SELECT content FROM draft').flatMap((row) => {
        const draft = draftSchema.safeParse(JSON.parse(textAt(row, 0)))
        return draft.success ? [draft.data] : []
      }),
    save: (draft) =>
      void database.run(
        'INSERT INTO draft (id, content) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content',
        [draft.id, toStoredText(JSON.stringify(draft))],
      ),
    delete: (id) => void database.run('DELETE FROM draft WHERE id = ?', [id]),
  }
}
