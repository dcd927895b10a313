import type { z } from 'zod'
import type { draftSchema, workspaceSchema } from './draft-schema'

export type Draft = Readonly<z.infer<typeof draftSchema>>

/** What of the composer comes back after a restart. */
export type Workspace = Readonly<z.infer<typeof workspaceSchema>>

export const emptyWorkspace: Workspace = {
  tabs: [],
  activeTab: null,
  environmentId: null,
  expanded: [],
  split: 'columns',
}
