import { z } from 'zod'
import type { HistoryEntry, HistoryQuery, HistorySummary, SentEntry } from '../history/history'
import type { Finding } from '../lead/finding'
import { checksSchema } from '../request/check-schema'
import type { FileReference, RequestTemplate } from '../request/request-template'
import { requestTemplateSchema } from '../request/request-template-schema'
import type { Draft, Workspace } from '../workspace/draft'
import { draftSchema, workspaceSchema } from '../workspace/draft-schema'
import { command } from './command'

const nodeIdSchema = z.string().min(1).max(2000)
const historyQuerySchema = z.strictObject({
  text: z.string().max(500),
  state: z.enum(['all', 'succeeded', 'failed']),
}) satisfies z.ZodType<HistoryQuery>

/** What names and values variables have for a request: see `node.context` for the collection's part. */
const requestInContextSchema = z.strictObject({
  request: requestTemplateSchema,
  /** Whose auth and variables are inherited: the saved request, or the folder that a new one would go to. */
  nodeId: nodeIdSchema.nullable(),
  environmentId: z.string().max(500).nullable(),
})

export const codeLanguages = ['curl', 'powershell', 'csharp', 'javascript-fetch', 'python-requests'] as const
export type CodeLanguage = (typeof codeLanguages)[number]

/** Drafts, sending and history. */
export const composerCommands = {
  'workspace.get': command<{ readonly workspace: Workspace; readonly drafts: readonly Draft[] }>()(z.strictObject({})),
  'workspace.save': command<null>()(z.strictObject({ workspace: workspaceSchema })),
  /** Journals a draft: it is on disk when this answers. */
  'draft.save': command<null>()(z.strictObject({ draft: draftSchema })),
  'draft.delete': command<null>()(z.strictObject({ id: z.string().max(100) })),

  /** Notes that a file chosen in a dialog may be read by requests; gives its path for the request's file reference. */
  'file.approve': command<FileReference & { readonly name: string; readonly size: number }>()(
    z.strictObject({ fileToken: z.string() }),
  ),

  /**
   * Sends a request and keeps it in the history. A network failure is an outcome, not an error. An answer that cannot be
   * kept is given all the same, with `notKept`.
   * Errors: `variable-unresolved` {names}, `file-not-chosen` {path}, `file-unreadable`, `cancelled`, `request-not-valid` {detail}.
   */
  'request.send': command<SentEntry>()(
    requestInContextSchema.extend({
      /** Made by the window: names the send for `request.cancel` and the `send-progress` events. */
      sendId: z.string().min(1).max(100),
      name: z.string().max(500),
      checks: checksSchema,
      /** Send although variables have no value: their `{{names}}` go out as they stand. */
      allowUnresolved: z.boolean().default(false),
    }),
  ),
  'request.cancel': command<null>()(z.strictObject({ sendId: z.string().max(100) })),
  /** The request as code, with variables filled in; secrets are masked unless `withSecrets`. */
  'request.code': command<string>()(
    requestInContextSchema.extend({ language: z.enum(codeLanguages), withSecrets: z.boolean().default(false) }),
  ),
  /** What a schema says to a body; null takes the articles' 2020 schema, an id that of one of my flows. */
  'body.check': command<readonly Finding[]>()(
    z.strictObject({ text: z.string().max(10_000_000), flowId: z.string().nullable() }),
  ),

  'history.page': command<readonly HistorySummary[]>()(
    z.strictObject({
      query: historyQuerySchema,
      /** Entries with a smaller id; null begins with the newest. */
      before: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'history.get': command<HistoryEntry>()(z.strictObject({ id: z.number().int() })),
  /** A piece of the answer's body, after inflating; at most 1 MiB. */
  'history.body': command<Uint8Array>()(
    z.strictObject({
      id: z.number().int(),
      offset: z.number().int().min(0),
      length: z.number().int().min(1).max(1_048_576),
    }),
  ),
  'history.save-body': command<null>()(z.strictObject({ id: z.number().int(), fileToken: z.string() })),
  'history.delete': command<{ readonly undoToken: string; readonly count: number }>()(
    z.union([
      z.strictObject({ ids: z.array(z.number().int()).min(1).max(10_000) }),
      z.strictObject({ all: z.literal(true) }),
    ]),
  ),
  'history.restore': command<{ readonly count: number }>()(z.strictObject({ undoToken: z.string() })),

  /** A stored lead as a request, with the method, headers and body as received; the URL is the receiver's own flow. */
  'lead.as-request': command<RequestTemplate>()(z.strictObject({ id: z.number().int() })),
} as const

export type ComposerCommands = typeof composerCommands
