import type { Migration } from './migration'

/**
 * Leads in two tables: what the list needs is narrow, so that paging and marking touch few pages; what the detail needs
 * is beside it under the same id. Texts of others are BLOBs, see `stored-text.ts`.
 */
export const leadsMigration: Migration = {
  version: 1,
  apply: (database) =>
    database.exec(`
      CREATE TABLE lead (
        id INTEGER PRIMARY KEY,
        received_at INTEGER NOT NULL,
        flow_id TEXT,
        verdict INTEGER NOT NULL,
        diagnosis TEXT,
        status INTEGER NOT NULL,
        body_size INTEGER NOT NULL,
        is_test INTEGER NOT NULL,
        unread INTEGER NOT NULL DEFAULT 1,
        pinned INTEGER NOT NULL DEFAULT 0,
        has_note INTEGER NOT NULL DEFAULT 0,
        deleted TEXT,
        duplicate_of INTEGER,
        duplicate_at INTEGER,
        fingerprint BLOB,
        action_facet INTEGER NOT NULL,
        source_facet INTEGER NOT NULL,
        offer_facet INTEGER NOT NULL,
        country_facet INTEGER NOT NULL,
        -- JSON, see lead-row.ts: few bindings make storing a fifth faster.
        texts BLOB NOT NULL
      );
      CREATE INDEX lead_by_time ON lead (received_at, verdict);
      CREATE INDEX lead_by_fingerprint ON lead (fingerprint) WHERE fingerprint IS NOT NULL;
      CREATE INDEX lead_unread ON lead (unread) WHERE unread = 1;
      CREATE INDEX lead_pinned ON lead (pinned) WHERE pinned = 1;
      CREATE INDEX lead_unmatched ON lead (verdict) WHERE verdict = 6;
      CREATE INDEX lead_deleted ON lead (deleted) WHERE deleted IS NOT NULL;

      CREATE TABLE lead_content (
        id INTEGER PRIMARY KEY,
        -- JSON, see stored-detail.ts.
        detail BLOB NOT NULL,
        answer_body BLOB NOT NULL,
        search_text BLOB NOT NULL,
        note BLOB,
        body BLOB NOT NULL
      );

      -- The values that leads can be filtered by, each with the number of leads that are not deleted.
      CREATE TABLE facet (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        value BLOB NOT NULL,
        count INTEGER NOT NULL
      );
      CREATE UNIQUE INDEX facet_by_value ON facet (kind, value);
      CREATE INDEX facet_by_count ON facet (kind, count) WHERE count > 0;

      -- Numbers to be remembered: text_indexed_to, last_id.
      CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
      INSERT INTO counter (name, value) VALUES ('text_indexed_to', 0), ('last_id', 0);

      CREATE TABLE flow (
        id TEXT PRIMARY KEY,
        name BLOB NOT NULL,
        state TEXT NOT NULL,
        triggered_by TEXT NOT NULL,
        method TEXT NOT NULL,
        schema_text BLOB NOT NULL,
        schema_validation INTEGER NOT NULL,
        signature TEXT NOT NULL,
        created_at INTEGER NOT NULL
      );
      CREATE TABLE flow_previous_signature (
        id INTEGER PRIMARY KEY,
        flow_id TEXT NOT NULL,
        signature TEXT NOT NULL
      );
      CREATE INDEX flow_previous_signature_by_flow ON flow_previous_signature (flow_id);
    `),
}
