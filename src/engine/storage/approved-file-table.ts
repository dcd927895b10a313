import type { Database } from './database'
import { toStoredText } from './stored-text'

/** Files that the user chose in a dialog: the only ones that requests may read. */
export type ApprovedFileTable = {
  readonly approve: (path: string) => void
  readonly isApproved: (path: string) => boolean
}

export function createApprovedFileTable(database: Database): ApprovedFileTable {
  return {
    approve: (path) => void database.run('INSERT OR IGNORE INTO approved_file (path) VALUES (?)', [toStoredText(path)]),
    isApproved: (path) => database.get('SELECT 1 FROM approved_file WHERE path = ?', [toStoredText(path)]) !== null,
  }
}
