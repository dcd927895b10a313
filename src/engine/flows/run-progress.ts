import type { FlowAction } from '@shared/flow/action'
import type { EndState, RunStep, StepState } from '@shared/run/run'
import type { TriggerOutputs } from '@shared/template/fill-template'
import type { RunChange, StoredRun } from '../storage/flow-run-table'
import type { Rehearsed } from '../storage/rehearsal-table'

/** A run that is being carried on, until what changed is saved. */
export type RunProgress = {
  readonly run: StoredRun
  readonly outputs: TriggerOutputs
  steps: readonly RunStep[]
  rehearsed: readonly Rehearsed[]
}

/** How a step has ended; null while it has not. */
export function endOf(state: StepState): EndState | null {
  switch (state.state) {
    case 'Waiting':
    case 'Running':
    case 'Retrying':
      return null
    default:
      return state.state
  }
}

export function stepOf({ steps }: Pick<RunProgress, 'steps'>, action: Pick<FlowAction, 'id'>): RunStep {
  const step = steps.find(({ actionId }) => actionId === action.id)
  if (step === undefined) throw new Error(`The run has no step ${action.id}.`)
  return step
}

export function replaceStep(progress: RunProgress, step: RunStep): void {
  progress.steps = progress.steps.map((known) => (known.actionId === step.actionId ? step : known))
}

/** A run ended where it stands: what has not ended is cancelled. */
export function cancelled(
  run: StoredRun,
  steps: readonly RunStep[],
  state: Extract<StepState, { readonly state: 'Cancelled' }>,
): RunChange {
  return {
    id: run.summary.id,
    steps: steps.map((step) => (endOf(step.state) === null ? { ...step, state } : step)),
    work: run.work,
    ended: { state: 'Cancelled', at: Date.now() },
    dueAt: 0,
    rehearsed: [],
  }
}
