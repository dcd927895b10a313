import { z } from 'zod'
import { flowIdSchema } from '../flow/flow'
import type { GuideFacts } from '../guide/guide-facts'
import { command } from './command'

/** The guide through the steps of the articles: what the stored data say about them. */
export const guideCommands = {
  /** @param flowId the flow to follow; the newest that the user made where it is null, deleted or unknown */
  'guide.read': command<GuideFacts>()(z.strictObject({ flowId: flowIdSchema.nullable() })),
  /** A copy control has put the flow's URL on the clipboard: no other data would show it. Told as `guide-changed`. */
  'guide.url-copied': command<null>()(z.strictObject({ flowId: flowIdSchema })),
} as const

export type GuideCommands = typeof guideCommands
