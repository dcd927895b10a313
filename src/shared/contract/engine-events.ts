import type { AppErrorData } from '../app-error'
import type { Flow } from '../flow/flow'
import type { LeadFacets } from '../lead/lead-query'
import type { LeadSummary } from '../lead/lead-summary'
import type { Notice, ReceiverState, StorageState } from '../receiver-state'
import type { TodayCounts } from './engine-commands'

/**
 * What the engine tells its listeners, always after the write has succeeded. Sent in batches, at most ten a second.
 * `leads-stored` carries at most {@link storedLeadsPerBatch} of the newest leads; `count` is the true number.
 */
export type EngineEvent =
  | {
      readonly type: 'leads-stored'
      /** Newest first. */
      readonly leads: readonly LeadSummary[]
      readonly count: number
    }
  | { readonly type: 'leads-changed'; readonly leads: readonly LeadSummary[] }
  /** More changed than can be listed, or rows came back or went: ask again for what is on the screen. */
  | { readonly type: 'leads-reset' }
  | { readonly type: 'leads-deleted'; readonly ids: readonly number[] }
  | { readonly type: 'facets-changed'; readonly facets: LeadFacets; readonly today: TodayCounts }
  | { readonly type: 'receiver-changed'; readonly receiver: ReceiverState }
  | { readonly type: 'storage-changed'; readonly storage: StorageState }
  | { readonly type: 'flows-changed'; readonly flows: readonly Flow[] }
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'job-progress'; readonly jobId: string; readonly done: number; readonly total: number }
  | { readonly type: 'job-ended'; readonly jobId: string; readonly outcome: JobOutcome }

export type JobOutcome =
  | { readonly state: 'succeeded'; readonly count: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: AppErrorData }

export const storedLeadsPerBatch = 200
