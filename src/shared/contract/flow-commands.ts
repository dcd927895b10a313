import { z } from 'zod'
import type { Flow } from '../flow/flow'
import { flowIdSchema, flowNameSchema } from '../flow/flow'
import type { FlowActivity } from '../flow/flow-activity'
import type { SchemaTrial } from '../schema/schema-trial'
import { command } from './command'

/**
 * *My flows*. What changes a flow is told as `flows-changed`. Errors: `flow-last` when the only flow would be deleted;
 * `flow-file-*` for files that are no exported flow.
 */
export const flowCommands = {
  /** A flow with the trigger *When an HTTP request is received*: on, for anyone, POST, without a schema. */
  'flow.create': command<Flow>()(z.strictObject({ name: flowNameSchema })),
  /** A copy, steps included, with an id and a signature of its own. */
  'flow.duplicate': command<Flow>()(z.strictObject({ id: flowIdSchema })),
  /** The flow stays known, so that its URL answers as a deleted flow's does; its leads stay too. */
  'flow.delete': command<Flow>()(z.strictObject({ id: flowIdSchema })),
  /** Brings a deleted flow back with its URL. */
  'flow.restore': command<Flow>()(
    z.strictObject({ id: flowIdSchema, state: z.enum(['started', 'disabled', 'suspended']) }),
  ),
  /** Writes the flow with its steps as one JSON file; its signature and the secrets in its steps only when asked. */
  'flow.export': command<null>()(
    z.strictObject({ id: flowIdSchema, fileToken: z.string(), withSignature: z.boolean().default(false) }),
  ),
  /** Reads an exported flow; it gets an id and a signature of its own, and its steps are rehearsals. */
  'flow.import': command<Flow>()(z.strictObject({ fileToken: z.string() })),
  /** Told anew as `flow-activity` with every batch of leads. */
  'flow.activity': command<readonly FlowActivity[]>()(z.strictObject({})),
  /** What a schema that is being edited has wrong, and what it says to the flow's last leads. Stores nothing. */
  'flow.try-schema': command<SchemaTrial>()(
    z.strictObject({ id: flowIdSchema, schemaText: z.string().max(1_000_000) }),
  ),
} as const

export type FlowCommands = typeof flowCommands
