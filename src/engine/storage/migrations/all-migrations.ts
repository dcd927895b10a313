import { leadsMigration } from './0001-leads'
import { composerMigration } from './0002-composer'
import { flowsMigration } from './0003-flows'
import { runsMigration } from './0004-runs'
import { partnerCenterMigration } from './0005-partner-center'
import { tracesOfLeadsMigration } from './0006-traces-of-leads'
import type { Migration } from './migration'

/** In the order in which they are applied. */
export const allMigrations: readonly Migration[] = [
  leadsMigration,
  composerMigration,
  flowsMigration,
  runsMigration,
  partnerCenterMigration,
  tracesOfLeadsMigration,
]
