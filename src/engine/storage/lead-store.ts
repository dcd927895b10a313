import type { LeadIndex, LeadSelection, TodayCounts } from '@shared/contract/engine-commands'
import type { FlowActivity } from '@shared/flow/flow-activity'
import type { Diagnosis } from '@shared/lead/diagnosis'
import type { Finding } from '@shared/lead/finding'
import type { Answer, CaptureTiming, LeadDetail } from '@shared/lead/lead-detail'
import type { LeadFacets, LeadQuery } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { Verdict } from '@shared/lead/verdict'
import type { ReceivedRequest } from '../receiver/received-request'
import type { NewRun } from './flow-run-table'
import type { TriggerInput } from './read-lead'

/** A captured request with all that was found in it, ready to be stored. */
export type NewLead = {
  readonly request: ReceivedRequest
  readonly flowId: string | null
  readonly verdict: Verdict
  readonly diagnosis: Diagnosis | null
  readonly findings: readonly Finding[]
  /** Recognised values as text, '' where there is none. */
  readonly fields: {
    readonly firstName: string
    readonly lastName: string
    readonly email: string
    readonly phone: string
    readonly country: string
    readonly company: string
    readonly title: string
    readonly source: string
    readonly actionCode: string
    readonly offerTitle: string
    readonly description: string
  }
  readonly isTest: boolean
  /** 16 bytes; equal for two leads with the same content; null where there is no lead. */
  readonly fingerprint: Uint8Array | null
  /** More text to be found by the search (undocumented values, the body of what is not a lead); at most 4,000 characters. */
  readonly searchText: string
  /** IANA name of the charset that the body was decoded with; null when it is not text. */
  readonly charset: string | null
  readonly answer: Answer
  readonly timing: CaptureTiming
  /** The run that the lead starts, stored with it or not at all; null where the trigger refused it. */
  readonly run: NewRun | null
}

/** The leads on disk. All calls are synchronous; each writing call is one transaction. Throws `AppError` (`disk-full`, `storage-failed`). */
export type LeadStore = {
  /** Stores a batch in one transaction, durable on return; gives the summaries in the order of the batch. */
  readonly insert: (batch: readonly NewLead[]) => readonly LeadSummary[]
  readonly page: (query: LeadQuery, from: number | null, until: number | null, limit: number) => readonly LeadSummary[]
  /** Works in slices and yields between them, so that the receiver goes on. */
  readonly index: (query: LeadQuery) => Promise<LeadIndex>
  /** @param textLimit bytes and characters of the body that come along, `bodyPreviewLimit` where it is left out */
  readonly get: (id: number, textLimit?: number) => LeadDetail
  /** What the steps of a flow read; null where there is no such lead. */
  readonly triggerInput: (id: number) => TriggerInput | null
  /** Bytes of the body as received, from `offset`. */
  readonly body: (id: number, offset: number, length: number) => Uint8Array
  readonly facets: () => LeadFacets
  /** @param dayStart milliseconds since the epoch of the local day's start */
  readonly today: (dayStart: number) => TodayCounts
  /** What has come to the flows that anything has come to. */
  readonly flowActivity: () => readonly FlowActivity[]
  /** Ids of the last leads of a flow, newest first. */
  readonly lastOfFlow: (flowId: string, limit: number) => readonly number[]
  /** Ids of a selection, newest first, in pages: for exports and bulk changes. */
  readonly selectIds: (selection: LeadSelection, before: number | null, limit: number) => readonly number[]
  readonly countSelection: (selection: LeadSelection) => number
  readonly summaries: (ids: readonly number[]) => readonly LeadSummary[]
  /** Returns how many were changed. */
  readonly mark: (selection: LeadSelection, change: { readonly unread?: boolean; readonly pinned?: boolean }) => number
  readonly setNote: (id: number, note: string) => void
  /** Hides leads under a token; `restore` brings them back, `purgeDeleted` removes them for good. */
  readonly delete: (selection: LeadSelection, undoToken: string) => readonly number[]
  readonly restore: (undoToken: string) => number
  readonly purgeDeleted: () => number
  /** Removes leads received before the time that are not pinned; returns how many. */
  readonly removeOlderThan: (time: number) => number
  /** Keeps the newest `kept` unmatched requests; returns the ids removed. */
  readonly trimUnmatched: (kept: number) => readonly number[]
}
