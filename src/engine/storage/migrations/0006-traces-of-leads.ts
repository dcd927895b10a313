import type { Migration } from './migration'

/**
 * What runs keep of a lead can be found by it, and goes with it. Rehearsed mails and records whose lead is gone, or can
 * no longer be told because their run is gone, go now; so do the values of runs whose lead is gone.
 */
export const tracesOfLeadsMigration: Migration = {
  version: 6,
  apply: (database) => {
    for (const table of ['outbox_mail', 'crm_record']) {
      database.exec(`
        ALTER TABLE ${table} ADD COLUMN lead_id INTEGER;
        UPDATE ${table} SET lead_id =
          (SELECT lead_id FROM flow_run WHERE flow_run.id = json_extract(CAST(content AS TEXT), '$.runId'));
        DELETE FROM ${table} WHERE NOT EXISTS (SELECT 1 FROM lead WHERE lead.id = ${table}.lead_id);
        CREATE INDEX ${table}_by_lead ON ${table} (lead_id);
      `)
    }
    database.exec(`
      UPDATE flow_run SET
        state = CASE WHEN ended_at IS NULL THEN 'Cancelled' ELSE state END,
        ended_at = ifnull(ended_at, CAST(strftime('%s', 'now') AS INTEGER) * 1000),
        due_at = NULL, detail = NULL, lead_id = NULL
      WHERE lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM lead WHERE lead.id = flow_run.lead_id);
    `)
  },
}
