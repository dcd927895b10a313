import { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import type { Flow } from '../flow/flow'
import { flowChangesSchema } from '../flow/flow'
import type { LeadDetail } from '../lead/lead-detail'
import type { LeadFacets } from '../lead/lead-query'
import { leadQuerySchema } from '../lead/lead-query-schema'
import type { LeadSummary } from '../lead/lead-summary'
import { sampleIds } from '../lead/sample-id'
import type { Notice, ReceiverState, StorageState } from '../receiver-state'
import { collectionCommands } from './collection-commands'
import { command } from './command'
import { composerCommands } from './composer-commands'
import { flowCommands } from './flow-commands'
import { guideCommands } from './guide-commands'
import { partnerCenterCommands } from './partner-center-commands'
import { runCommands } from './run-commands'
import { runnerCommands } from './runner-commands'

const idsSchema = z.array(z.number().int().positive()).min(1).max(100_000)

/** What leads a command is about: chosen ones, or all that a query finds. */
const selectionSchema = z.union([z.strictObject({ ids: idsSchema }), z.strictObject({ query: leadQuerySchema })])

export type LeadSelection = DeepReadonly<z.infer<typeof selectionSchema>>

/** Everything the window needs at its start or after the engine was restarted. */
export type Hydration = {
  readonly receiver: ReceiverState
  readonly storage: StorageState
  readonly flows: readonly Flow[]
  readonly facets: LeadFacets
  readonly today: TodayCounts
  readonly notices: readonly Notice[]
  readonly dataFolder: string
}

/** Counts of the local day for the status bar. */
export type TodayCounts = { readonly leads: number; readonly notValid: number }

/**
 * Leads newest first, in blocks: `anchors[k]` is the id of the first (newest) lead of block k, every block has
 * `blockSize` leads but the last. The list can jump anywhere by reading one block: never an OFFSET.
 */
export type LeadIndex = { readonly total: number; readonly blockSize: number; readonly anchors: readonly number[] }

export type SendOutcome = {
  readonly status: number
  readonly reason: string
  readonly durationMs: number
  readonly runId: string | null
}

/** What a finished, cancelled or failed job has to say travels as events (`job-progress`, `job-ended`). */
export type JobStarted = { readonly jobId: string }

/** The receiver's half: leads, flows, samples. */
export const inboxCommands = {
  hydrate: command<Hydration>()(z.strictObject({})),

  'leads.index': command<LeadIndex>()(z.strictObject({ query: leadQuerySchema })),
  /** Leads of a query with id <= `from` (all when null), newest first, at most `limit`; with `until`, id > `until`. */
  'leads.page': command<readonly LeadSummary[]>()(
    z.strictObject({
      query: leadQuerySchema,
      from: z.number().int().nullable(),
      until: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(1000),
    }),
  ),
  'leads.get': command<LeadDetail>()(z.strictObject({ id: z.number().int() })),
  /** A piece of the body as received, for the hex view of large bodies; at most 1 MiB. */
  'leads.body': command<Uint8Array>()(
    z.strictObject({
      id: z.number().int(),
      offset: z.number().int().min(0),
      length: z.number().int().min(1).max(1_048_576),
    }),
  ),
  'leads.facets': command<LeadFacets>()(z.strictObject({})),
  'leads.mark': command<{ readonly changed: number }>()(
    z.strictObject({
      selection: selectionSchema,
      unread: z.boolean().optional(),
      pinned: z.boolean().optional(),
    }),
  ),
  'leads.note': command<null>()(z.strictObject({ id: z.number().int(), note: z.string().max(20_000) })),
  /** Deleted leads can be restored with the returned token until they are purged (never before the app is closed). */
  'leads.delete': command<{ readonly undoToken: string; readonly count: number }>()(
    z.strictObject({ selection: selectionSchema }),
  ),
  'leads.restore': command<{ readonly count: number }>()(z.strictObject({ undoToken: z.string() })),
  /** One lead as text for the clipboard. `curl` has its secrets masked unless `withSecrets`. */
  'leads.copy': command<string>()(
    z.strictObject({
      id: z.number().int(),
      as: z.enum(['json', 'curl']),
      withSecrets: z.boolean().default(false),
    }),
  ),
  /** Writes leads to the file that the user chose in the shell's dialog (`fileToken`); secrets are masked. */
  'leads.export': command<JobStarted>()(
    z.strictObject({
      selection: selectionSchema,
      format: z.enum(['csv', 'jsonl', 'har']),
      fileToken: z.string(),
    }),
  ),
  'job.cancel': command<null>()(z.strictObject({ jobId: z.string() })),

  'flow.change': command<Flow>()(z.strictObject({ id: z.string(), changes: flowChangesSchema })),
  /** Gives the flow's URL a new signature; requests with the old one are refused from then on. */
  'flow.regenerate-signature': command<Flow>()(z.strictObject({ id: z.string() })),

  'receiver.start': command<ReceiverState>()(z.strictObject({})),
  'receiver.stop': command<ReceiverState>()(z.strictObject({})),
  /** The certificate of the HTTPS listener in PEM, to be trusted by a local sender. */
  'receiver.certificate': command<string>()(z.strictObject({})),

  /** Sends a sample over a real connection to the receiver, as any sender would. */
  'sample.send': command<SendOutcome>()(z.strictObject({ flowId: z.string(), sampleId: z.enum(sampleIds) })),
  /** The same for a body of the user's own (a dropped file). */
  'sample.send-body': command<SendOutcome>()(
    z.strictObject({ flowId: z.string(), body: z.instanceof(Uint8Array), contentType: z.string().max(200) }),
  ),
} as const

export type InboxCommands = typeof inboxCommands

/** The commands that the engine answers, over a message port (window) or in-process (tests, command line). */
export const engineCommands = {
  ...inboxCommands,
  ...collectionCommands,
  ...composerCommands,
  ...runnerCommands,
  ...flowCommands,
  ...runCommands,
  ...partnerCenterCommands,
  ...guideCommands,
} as const

export type EngineCommands = typeof engineCommands
