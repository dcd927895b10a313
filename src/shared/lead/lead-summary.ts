import type { DiagnosisCode } from './diagnosis'
import type { Verdict } from './verdict'

/** One row of the inbox: what the list needs and no more. Times are milliseconds since the epoch. */
export type LeadSummary = {
  readonly id: number
  readonly receivedAt: number
  /** null when the request matched no flow. */
  readonly flowId: string | null
  readonly verdict: Verdict
  readonly diagnosis: DiagnosisCode | null
  readonly method: string
  readonly firstName: string
  readonly lastName: string
  readonly company: string
  readonly email: string
  readonly country: string
  readonly offerTitle: string
  /** The part of LeadSource before `-` and `|`, as sent, e.g. `AzureMarketplace`. */
  readonly source: string
  readonly actionCode: string
  readonly isTest: boolean
  /** The earliest stored lead with the same content, and when it came. */
  readonly duplicateOf: { readonly id: number; readonly receivedAt: number } | null
  readonly status: number
  /** Bytes of the body as received. */
  readonly bodySize: number
  readonly unread: boolean
  readonly pinned: boolean
  readonly hasNote: boolean
}
