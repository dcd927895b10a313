import type { Database } from './database'

const ofLeads = 'lead_id IN (SELECT value FROM json_each(?))'

/**
 * Takes away what runs and rehearsed steps keep of leads that are removed for good, within the caller's transaction. The
 * runs' rows stay with their state and times; one that still waited is cancelled.
 * @param json the leads' ids, as `json_each` takes them
 * @param now when a run that waited ends, in milliseconds since the epoch
 */
export function forgetLeads(database: Database, json: string, now: number): void {
  database.run(
    `UPDATE flow_run SET state = 'Cancelled', ended_at = ?, due_at = NULL WHERE due_at IS NOT NULL AND ${ofLeads}`,
    [now, json],
  )
  database.run(`UPDATE flow_run SET detail = NULL, lead_id = NULL WHERE ${ofLeads}`, [json])
  database.run(`DELETE FROM outbox_mail WHERE ${ofLeads}`, [json])
  database.run(`DELETE FROM crm_record WHERE ${ofLeads}`, [json])
}
