import type { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import type { draftSchema, workspaceSchema } from './draft-schema'

export type Draft = DeepReadonly<z.infer<typeof draftSchema>>

/** What of the composer comes back after a restart. */
export type Workspace = DeepReadonly<z.infer<typeof workspaceSchema>>

export const emptyWorkspace: Workspace = {
  tabs: [],
  activeTab: null,
  environmentId: null,
  expanded: [],
  split: 'columns',
}
