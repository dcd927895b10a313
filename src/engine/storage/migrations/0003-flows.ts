import type { Migration } from './migration'

/** How many leads each flow has and which are its last: 6 is `unmatched`, which is no lead of any flow. */
export const flowsMigration: Migration = {
  version: 3,
  apply: (database) =>
    database.exec(`
      CREATE INDEX lead_by_flow ON lead (flow_id, id, received_at) WHERE deleted IS NULL AND verdict <> 6;
    `),
}
