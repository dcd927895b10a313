import type { Explained } from '../answer/explanation'
import type { Verdict } from '../lead/verdict'
import type { UrlFinding } from '../url-doctor/url-report'
import type { AddressRemark } from './check-connection'

/** The steps of *Validate* in their order; titles are `step.<name>` in the locale `partner`. */
export const validationSteps = ['address', 'reached', 'answered', 'arrived'] as const

export type ValidationStepName = (typeof validationSteps)[number]

/** What the test lead of *Validate* or *Publish* met on its way. */
export type Validation = {
  readonly offerId: string
  readonly reason: 'validate' | 'publish'
  readonly startedAt: number
  readonly state: 'running' | 'passed' | 'failed' | 'stopped'
  /** In the order of {@link validationSteps}. */
  readonly steps: readonly ValidationStep[]
}

export type ValidationStep = { readonly name: ValidationStepName } & (
  | { readonly state: 'waiting' }
  | { readonly state: 'running' }
  /** An earlier step failed, or the user stopped it. */
  | { readonly state: 'skipped' }
  | {
      /** `unknown`: only the other end can tell. */
      readonly state: 'passed' | 'warning' | 'failed' | 'unknown'
      readonly durationMs: number
      readonly detail: StepDetail
    }
)

/**
 * How the request of a lead that came was answered. `refused`: the trigger did not take it, and no run began.
 * `answered-otherwise`: a run began, and its flow answers with something else than 2xx. `unanswered`: no answer was seen.
 */
export type ArrivalOutcome = 'taken' | 'refused' | 'answered-otherwise' | 'unanswered'

export type StepDetail =
  | {
      readonly kind: 'address'
      readonly remark: AddressRemark | null
      readonly findings: readonly Pick<UrlFinding, 'code' | 'intent' | 'params'>[]
    }
  | { readonly kind: 'reached'; readonly host: string; readonly encrypted: boolean }
  | { readonly kind: 'answered'; readonly status: number; readonly reason: string; readonly explained: Explained }
  /** Nothing was answered. */
  | { readonly kind: 'failed'; readonly explained: Explained }
  | {
      readonly kind: 'arrived'
      readonly leadId: number
      readonly verdict: Verdict
      readonly flow: string
      readonly outcome: ArrivalOutcome
    }
  | { readonly kind: 'not-arrived'; readonly flow: string }
  /** The URL is of someone else. */
  | { readonly kind: 'foreign' }
