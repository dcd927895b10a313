import { z } from 'zod'
import type { Connection } from '../connection/connection'
import { connectionChangesSchema } from '../connection/connection-schema'
import type { FlowAction } from '../flow/action'
import { flowActionsSchema } from '../flow/action-schema'
import type { CrmRecord, OutboxMail, OutboxMailSummary } from '../run/rehearsal'
import type { FlowTest, RunDetail, RunSummary } from '../run/run'
import { command } from './command'

const flowIdSchema = z.string().regex(/^[0-9a-f]{32}$/)
const idSchema = z.number().int().positive()
const pageSchema = { before: z.number().int().nullable(), limit: z.number().int().min(1).max(500) }

/** Steps of flows after their trigger, the runs that carry them out, and what the steps reach. */
export const runCommands = {
  'flow-actions.get': command<readonly FlowAction[]>()(z.strictObject({ flowId: flowIdSchema })),
  /** Errors: `action-not-valid` {name, detail} for names that are not unique, two Responses that could both answer, … */
  'flow-actions.save': command<readonly FlowAction[]>()(
    z.strictObject({ flowId: flowIdSchema, actions: flowActionsSchema }),
  ),

  /** Newest first; `flowId` null: of all flows. */
  'flow-run.page': command<readonly RunSummary[]>()(
    z.strictObject({
      flowId: flowIdSchema.nullable(),
      state: z.enum(['all', 'Running', 'Succeeded', 'Failed', 'Cancelled', 'TimedOut']),
      ...pageSchema,
    }),
  ),
  'flow-run.get': command<RunDetail>()(z.strictObject({ id: idSchema })),
  /** By `x-ms-workflow-run-id` of an answer; null where it names no run of a flow of ours, or an old one. */
  'flow-run.find': command<RunSummary | null>()(z.strictObject({ runId: z.string().max(200) })),
  /** The runs of a lead, the first one first. */
  'flow-run.of-lead': command<readonly RunSummary[]>()(z.strictObject({ leadId: idSchema })),
  /**
   * Runs the flow as it is now with the same lead again: all its steps, also those that had succeeded.
   * Errors: `lead-not-found`, `flow-not-on` {name, context: the flow's state}.
   */
  'flow-run.resubmit': command<RunSummary>()(z.strictObject({ id: idSchema })),
  'flow-run.cancel': command<null>()(z.strictObject({ id: idSchema })),

  /** *Test > I'll perform the trigger action*: the next request to the flow ends it. */
  'flow-test.start': command<FlowTest>()(z.strictObject({ flowId: flowIdSchema })),
  'flow-test.stop': command<null>()(z.strictObject({ flowId: flowIdSchema })),

  'connection.list': command<readonly Connection[]>()(z.strictObject({})),
  'connection.create': command<Connection>()(connectionChangesSchema),
  'connection.change': command<Connection>()(connectionChangesSchema.extend({ id: z.string() })),
  'connection.delete': command<null>()(z.strictObject({ id: z.string() })),
  /** Signs in (SMTP: also sends a mail to `to`); an explained failure is an outcome, not an error. */
  'connection.try': command<ConnectionTrial>()(z.strictObject({ id: z.string(), to: z.string().max(500) })),

  /** What rehearsed steps made: the CRM-like list and the outbox. */
  'crm-record.page': command<readonly CrmRecord[]>()(z.strictObject(pageSchema)),
  'outbox.page': command<readonly OutboxMailSummary[]>()(z.strictObject(pageSchema)),
  'outbox.get': command<OutboxMail>()(z.strictObject({ id: idSchema })),
  'rehearsal.clear': command<null>()(z.strictObject({ what: z.enum(['crm-records', 'outbox']) })),
} as const

export type RunCommands = typeof runCommands

export type ConnectionTrial =
  | { readonly ok: true }
  /** `code` and `params` as of a step's error (`run.json`), `answer` the other end's own words. */
  | {
      readonly ok: false
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
      readonly answer: string
    }
