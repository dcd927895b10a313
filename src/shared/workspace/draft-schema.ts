import { z } from 'zod'
import { checksSchema } from '../request/check-schema'
import { requestTemplateSchema } from '../request/request-template-schema'

/** A tab of the composer: what is saved and what is being edited are two things. */
export const draftSchema = z.strictObject({
  id: z.string().min(1).max(100),
  /** The saved request that it edits; null for one that was never saved. */
  nodeId: z.string().max(2000).nullable(),
  /** The revision that the edits began from; null as above. */
  revision: z.string().max(200).nullable(),
  /** A collection or folder can be open too; its form is edited like a request. */
  kind: z.enum(['request', 'container', 'example', 'runner', 'history']),
  name: z.string().max(500),
  description: z.string().max(1_000_000).default(''),
  request: requestTemplateSchema.nullable(),
  checks: checksSchema,
  /** Other edits of this tab (a container's form), as JSON text. */
  content: z.string().max(5_000_000).default(''),
  unsaved: z.boolean(),
  /** The answer that was shown last. */
  historyId: z.number().int().nullable(),
  /** Which inner tabs are chosen, by name. */
  selections: z.record(z.string(), z.string().max(500)),
})

export const workspaceSchema = z.strictObject({
  /** Draft ids in the order of their tabs. */
  tabs: z.array(z.string().max(100)).max(500),
  activeTab: z.string().max(100).nullable(),
  environmentId: z.string().max(500).nullable(),
  expanded: z.array(z.string().max(2000)).max(20_000),
  /** Side by side, or the answer under the request. */
  split: z.enum(['columns', 'rows']),
})
