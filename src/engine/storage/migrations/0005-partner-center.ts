import type { Migration } from './migration'

/** The rehearsal of Partner Center. Texts are BLOBs, see `stored-text.ts`. */
export const partnerCenterMigration: Migration = {
  version: 5,
  apply: (database) =>
    database.exec(`
      CREATE TABLE offer (
        -- The order of their creation.
        place INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        -- 1: can be restored until the next start.
        deleted INTEGER NOT NULL DEFAULT 0,
        -- An Offer as JSON; its URL has a secret, as those of the flows beside it.
        content BLOB NOT NULL
      );
    `),
}
