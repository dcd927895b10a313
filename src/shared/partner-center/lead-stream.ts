import type { z } from 'zod'
import type { Explained } from '../answer/explanation'
import type { DeepReadonly } from '../deep-readonly'
import type { streamOptionsSchema } from './lead-stream-schema'

/** What leads a stream sends, and how fast. */
export type StreamOptions = DeepReadonly<z.infer<typeof streamOptionsSchema>>

export const defaultStreamOptions: StreamOptions = {
  perSecond: 1,
  actionCodes: ['INS', 'PLT', 'StartTestDrive'],
  sources: ['AzureMarketplace', 'SPZA'],
  duplicatePercent: 0,
  retries: 0,
}

/** Leads a second that a stream sends at most. */
export const fastestStream = 50

/** A stream of leads from a published offer, counted on both sides. It ends with the app. */
export type LeadStream = {
  readonly offerId: string
  readonly options: StreamOptions
  readonly startedAt: number
  /** `stopping`: what is on its way is waited for. */
  readonly state: 'running' | 'stopping' | 'stopped'
  /** null while it runs. */
  readonly endedAt: number | null
  /** Requests, duplicates and retries among them. */
  readonly sent: number
  readonly duplicates: number
  readonly retries: number
  /** Answered with 2xx. */
  readonly accepted: number
  readonly failed: number
  /** Most frequent first. */
  readonly failures: readonly StreamFailure[]
  /** Leads stored here; null when the URL is not one of ours, so that only the other end can count. */
  readonly arrived: number | null
  /** Requests a second, of the last two seconds or, of a slow stream, the last few requests; 0 before the second. */
  readonly speed: number
}

/** Failures of one kind, with the words of the latest. */
export type StreamFailure = {
  readonly explained: Explained
  /** null when nothing was answered. */
  readonly status: number | null
  readonly count: number
}

/** What became of a single lead. */
export type LeadDelivery = {
  readonly sentAt: number
  /** The customer of the lead. */
  readonly name: string
  readonly actionCode: string
  readonly source: string
  readonly durationMs: number
  /** null when nothing was answered. */
  readonly status: number | null
  readonly explained: Explained
  /** Whether it can be seen here what arrives. */
  readonly isOwn: boolean
  readonly leadId: number | null
}
