import { z } from 'zod'
import type { CollectionRun, RunData, RunResult } from '../runner/collection-run'
import { reportFormats } from '../runner/collection-run'
import { command } from './command'

const runIdSchema = z.number().int().positive()

/** Runs of a request, folder or collection. Progress travels as `collection-run-changed`. */
export const runnerCommands = {
  /** Reads a CSV or JSON file that the user chose; kept for the run that names its `dataId`. Error: `data-not-valid`. */
  'run.read-data': command<RunData>()(z.strictObject({ fileToken: z.string() })),
  'run.start': command<CollectionRun>()(
    z.strictObject({
      nodeId: z.string().min(1).max(2000),
      environmentId: z.string().max(500).nullable(),
      dataId: z.string().max(100).nullable(),
      iterations: z.number().int().min(1).max(1_000_000),
      concurrency: z.number().int().min(1).max(100),
      delayMs: z.number().int().min(0).max(3_600_000),
      bail: z.boolean(),
    }),
  ),
  'run.stop': command<null>()(z.strictObject({ id: runIdSchema })),
  'run.list': command<readonly CollectionRun[]>()(z.strictObject({ limit: z.number().int().min(1).max(200) })),
  'run.get': command<CollectionRun>()(z.strictObject({ id: runIdSchema })),
  'run.results': command<readonly RunResult[]>()(
    z.strictObject({
      id: runIdSchema,
      only: z.enum(['all', 'failed']),
      /** Results with a larger number. */
      after: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
    }),
  ),
  'run.report': command<null>()(
    z.strictObject({ id: runIdSchema, format: z.enum(reportFormats), fileToken: z.string() }),
  ),
  'run.delete': command<null>()(z.strictObject({ id: runIdSchema })),

  /** Sends stored leads again, as received, to a URL; a job with progress and cancel. */
  'leads.resend': command<{ readonly jobId: string }>()(
    z.strictObject({
      ids: z.array(z.number().int().positive()).min(1).max(100_000),
      url: z.string().min(1).max(8192),
      perSecond: z.number().min(0.1).max(1000),
    }),
  ),
} as const

export type RunnerCommands = typeof runnerCommands
