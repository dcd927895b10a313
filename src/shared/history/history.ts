import type { SendOutcomeDetail, SendTiming, SentRequest } from '../answer/answer'
import type { AppErrorData } from '../app-error'
import type { NodeId } from '../collection/tree'
import type { Check, CheckResult } from '../request/check'
import type { RequestTemplate } from '../request/request-template'

/** A line of the history. `sentAt` in ms since 1970; the URL has its secret masked. */
export type HistorySummary = {
  readonly id: number
  readonly sentAt: number
  readonly name: string
  readonly nodeId: NodeId | null
  readonly method: string
  readonly url: string
  /** null when nothing was answered; `failure` says why then. */
  readonly status: number | null
  readonly failure: string | null
  readonly durationMs: number
  readonly answerSize: number
  readonly checksFailed: number
}

/** One send whole: what was composed, what went out, what came back. */
export type HistoryEntry = {
  readonly id: number
  readonly sentAt: number
  readonly name: string
  readonly nodeId: NodeId | null
  readonly environmentName: string | null
  /** As composed, with its variables: what *Open as draft* opens. */
  readonly template: RequestTemplate
  readonly checks: readonly Check[]
  readonly sent: SentRequest
  readonly outcome: SendOutcomeDetail
  readonly timing: SendTiming
  readonly checkResults: readonly CheckResult[]
}

/** A send that has just ended. `notKept`: why it is not in the history (a full disk, for example); its id is 0 then. */
export type SentEntry = HistoryEntry & { readonly notKept?: AppErrorData }

export type HistoryQuery = { readonly text: string; readonly state: 'all' | 'succeeded' | 'failed' }
