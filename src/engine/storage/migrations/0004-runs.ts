import type { Migration } from './migration'

/** Steps of flows, their runs, and what rehearsed steps made. JSON and texts are BLOBs, see `stored-text.ts`. */
export const runsMigration: Migration = {
  version: 4,
  apply: (database) =>
    database.exec(`
      CREATE TABLE flow_actions (flow_id TEXT PRIMARY KEY, actions BLOB NOT NULL) WITHOUT ROWID;
      CREATE TABLE flow_run (
        id INTEGER PRIMARY KEY,
        run_id TEXT NOT NULL,
        flow_id TEXT NOT NULL,
        flow_name BLOB NOT NULL,
        lead_id INTEGER,
        is_test INTEGER NOT NULL,
        state TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        resubmit_of INTEGER,
        -- 1: it has a step that reaches another system; those wait for each other, rehearsals do not wait for them.
        lane INTEGER NOT NULL,
        -- When the queue has to look at it again; NULL once it has ended.
        due_at INTEGER,
        -- The actions as they were when it began, and its steps, as JSON; NULL where there is only the trigger.
        detail BLOB
      );
      CREATE INDEX flow_run_by_flow ON flow_run (flow_id, id);
      CREATE INDEX flow_run_by_lead ON flow_run (lead_id) WHERE lead_id IS NOT NULL;
      CREATE INDEX flow_run_due ON flow_run (lane, due_at) WHERE due_at IS NOT NULL;
      CREATE TABLE connection (id TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
      CREATE TABLE crm_record (id INTEGER PRIMARY KEY, content BLOB NOT NULL);
      CREATE TABLE outbox_mail (id INTEGER PRIMARY KEY, content BLOB NOT NULL);
    `),
}
