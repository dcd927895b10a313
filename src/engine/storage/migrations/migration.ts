import type { Database } from '../database'

/** One step of the database's definition. A step that was released never changes. */
export type Migration = {
  /** The `user_version` after it: 1, 2, 3 … without a gap. */
  readonly version: number
  readonly apply: (database: Database) => void
}
