import type { Migration } from './migration'

/** The composer: drafts, files that may be sent, secrets, history and collection runs. Texts are BLOBs, see `stored-text.ts`. */
export const composerMigration: Migration = {
  version: 2,
  apply: (database) =>
    database.exec(`
      -- The composer's state by name: the workspace, the collections' folder.
      CREATE TABLE composer_state (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
      -- The journal of tabs; content is a Draft as JSON.
      CREATE TABLE draft (id TEXT PRIMARY KEY, content BLOB NOT NULL);
      -- Files that the user chose in a dialog: the only ones that requests may read.
      CREATE TABLE approved_file (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE);
      -- Values of secret variables, sealed with the key that the shell keeps in the system's keyring.
      CREATE TABLE secret (name BLOB PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;

      CREATE TABLE history (
        id INTEGER PRIMARY KEY,
        sent_at INTEGER NOT NULL,
        -- 1: answered below 400 and no check failed.
        succeeded INTEGER NOT NULL,
        deleted TEXT,
        -- A HistorySummary as JSON.
        summary BLOB NOT NULL,
        -- Lower case: name, method, URL without its secret, status.
        search_text BLOB NOT NULL
      );
      CREATE INDEX history_deleted ON history (deleted) WHERE deleted IS NOT NULL;
      CREATE TABLE history_content (
        id INTEGER PRIMARY KEY,
        -- A HistoryEntry as JSON, and the whole body of the answer.
        entry BLOB NOT NULL,
        body BLOB NOT NULL
      );

      CREATE TABLE collection_run (
        id INTEGER PRIMARY KEY,
        running INTEGER NOT NULL,
        -- A CollectionRun as JSON.
        content BLOB NOT NULL
      );
      CREATE TABLE collection_run_result (
        run_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        -- A RunResult as JSON.
        content BLOB NOT NULL,
        PRIMARY KEY (run_id, number)
      ) WITHOUT ROWID;
      CREATE INDEX collection_run_result_failed ON collection_run_result (run_id, number) WHERE passed = 0;
    `),
}
