import type { FlowAction } from '../flow/action'

/** Words of the run history (facts: "Words of the flow designer"). */
export type EndState = 'Succeeded' | 'Failed' | 'Skipped' | 'Cancelled' | 'TimedOut'

/** Why a step failed: a stable code of ours, explained in `run.json`, and what the other end said. */
export type StepError = {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** The other end's own words, as received; ''. */
  readonly answer: string
}

/** A value shown under *Inputs* or *Outputs*; secrets are masked before they are stored. */
export type StepValue = { readonly name: string; readonly value: string }

export type StepState =
  | { readonly state: 'Waiting' }
  | { readonly state: 'Running'; readonly startedAt: number }
  /** Tried and failed, to be tried again. */
  | { readonly state: 'Retrying'; readonly startedAt: number; readonly nextAt: number; readonly error: StepError }
  | { readonly state: 'Succeeded'; readonly startedAt: number; readonly endedAt: number }
  | {
      readonly state: 'Failed' | 'TimedOut'
      readonly startedAt: number
      readonly endedAt: number
      readonly error: StepError
    }
  | { readonly state: 'Skipped' }
  /** `because` is left out where the user cancelled the run. */
  | { readonly state: 'Cancelled'; readonly because?: 'lead-deleted' }

export type RunStep = {
  readonly actionId: string
  readonly name: string
  readonly type: FlowAction['type']
  /** The condition's branch it stands in; null at the top. */
  readonly branchOf: { readonly actionId: string; readonly branch: 'true' | 'false' } | null
  readonly state: StepState
  readonly attempts: number
  readonly inputs: readonly StepValue[]
  readonly outputs: readonly StepValue[]
  /** Tokens that were blank, because the lead lacks their field. */
  readonly blankTokens: readonly string[]
}

export type RunSummary = {
  readonly id: number
  /** As in `x-ms-workflow-run-id`. */
  readonly runId: string
  readonly flowId: string
  readonly flowName: string
  /** null when the lead was deleted. */
  readonly leadId: number | null
  readonly isTest: boolean
  readonly startedAt: number
  readonly state: { readonly state: 'Running' } | { readonly state: EndState; readonly endedAt: number }
  /** The run that this one was resubmitted from. */
  readonly resubmitOf: number | null
}

/** A run of a deleted lead has no steps any more: they hold the lead's values. */
export type RunDetail = { readonly summary: RunSummary; readonly steps: readonly RunStep[] }

/** A test that waits for the next request to its flow. */
export type FlowTest = { readonly flowId: string; readonly since: number }

/** How a test came to its end: a request began a run, or the trigger refused it, or the user stopped waiting. */
export type FlowTestEnd =
  | { readonly by: 'run'; readonly runId: number }
  | { readonly by: 'refusal'; readonly leadId: number }
  | { readonly by: 'stop' }
