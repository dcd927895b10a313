import type { AppErrorData } from '../app-error'
import type { CollectionTree, NodeId } from '../collection/tree'
import type { Connection } from '../connection/connection'
import type { Environment } from '../environment/environment'
import type { Flow } from '../flow/flow'
import type { FlowActivity } from '../flow/flow-activity'
import type { HistorySummary } from '../history/history'
import type { LeadFacets } from '../lead/lead-query'
import type { LeadSummary } from '../lead/lead-summary'
import type { LeadStream } from '../partner-center/lead-stream'
import type { Offer } from '../partner-center/offer'
import type { Validation } from '../partner-center/validation'
import type { Notice, ReceiverState, StorageState } from '../receiver-state'
import type { FlowTest, FlowTestEnd, RunSummary } from '../run/run'
import type { CollectionRun } from '../runner/collection-run'
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
  /** A collection was made, changed (here or by another program) or read anew. */
  | { readonly type: 'collection-changed'; readonly collection: CollectionTree }
  | { readonly type: 'collection-removed'; readonly id: NodeId }
  /** The collections in their order, after a move among themselves. */
  | { readonly type: 'collections-ordered'; readonly ids: readonly NodeId[] }
  | { readonly type: 'environments-changed'; readonly environments: readonly Environment[] }
  /** Bytes so far; a total of null is not known. At most ten a second. */
  | {
      readonly type: 'send-progress'
      readonly sendId: string
      readonly sent: number
      readonly sentTotal: number | null
      readonly received: number
      readonly receivedTotal: number | null
    }
  | { readonly type: 'history-added'; readonly entry: HistorySummary }
  | { readonly type: 'history-reset' }
  /** The oldest sends made room for a new one: those with a smaller id than `before` are gone. */
  | { readonly type: 'history-trimmed'; readonly before: number }
  | { readonly type: 'collection-run-changed'; readonly run: CollectionRun }
  /** How many leads each flow has, whenever leads came or went. */
  | { readonly type: 'flow-activity'; readonly activity: readonly FlowActivity[] }
  /** Runs that began, went on or ended since the last batch; at most 200 of the newest. */
  | { readonly type: 'flow-runs-changed'; readonly runs: readonly RunSummary[] }
  /** Old runs were removed, or leads were deleted or brought back: ask again for what is on the screen. */
  | { readonly type: 'flow-runs-reset' }
  | { readonly type: 'flow-test-changed'; readonly test: FlowTest }
  | { readonly type: 'flow-test-ended'; readonly flowId: string; readonly ended: FlowTestEnd }
  | { readonly type: 'connections-changed'; readonly connections: readonly Connection[] }
  | { readonly type: 'rehearsal-changed' }
  | { readonly type: 'offers-changed'; readonly offers: readonly Offer[] }
  | { readonly type: 'validation-changed'; readonly validation: Validation }
  | { readonly type: 'lead-stream-changed'; readonly stream: LeadStream }
  /** Something was noted that only the guide shows. */
  | { readonly type: 'guide-changed' }

export type JobOutcome =
  | { readonly state: 'succeeded'; readonly count: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: AppErrorData }

export const storedLeadsPerBatch = 200
