import type { RunStep } from '@shared/run/run'
import type { TriggerOutputs } from '@shared/template/fill-template'
import type { RunChange, StoredRun } from '../storage/flow-run-table'
import { cancelled, endOf, type RunProgress, replaceStep, stepOf } from './run-progress'
import { settle } from './settle-step'
import { type StepResult, unforeseen } from './step-result'
import { type RealAction, walkRun } from './walk-run'

/** A run with real effects that is under way. */
export type RunTask = {
  readonly done: Promise<void>
  /** Ends the attempt that is under way; what the run's row says then is its caller's business. */
  readonly stop: () => void
}

type Parts = {
  readonly save: (changes: readonly RunChange[]) => void
  readonly current: (id: number) => StoredRun | null
  readonly carryOut: (action: RealAction, outputs: TriggerOutputs, signal: AbortSignal) => Promise<StepResult>
  /** The process ends: no further step may begin. */
  readonly isClosing: () => boolean
}

/**
 * Carries a run on to its end, or to where a step waits for its next attempt. A step is on disk as *Running* before its
 * first byte goes out: where the process ends meanwhile, the next one finds it so and does not send it again.
 */
export function carryOnRun(progress: RunProgress, parts: Parts): RunTask {
  const abort = new AbortController()
  return { done: carryOn(progress, parts, abort.signal), stop: () => abort.abort() }
}

async function carryOn(progress: RunProgress, parts: Parts, signal: AbortSignal): Promise<void> {
  const { save, current, carryOut, isClosing } = parts
  const { id } = progress.run.summary

  function keep(ended: RunChange['ended'], dueAt: number): void {
    const { steps, rehearsed, run } = progress
    save([{ id, steps, work: run.work, ended, dueAt, rehearsed }])
    progress.rehearsed = []
  }

  for (;;) {
    const walked = walkRun(progress)
    if (walked.kind === 'ended') {
      keep({ state: walked.state, at: Date.now() }, 0)
      return
    }
    const { action } = walked
    // Begun now, it would be cut off in the middle: the next start goes on here.
    if (isClosing()) {
      keep(null, Date.now())
      return
    }
    replaceStep(progress, begun(stepOf(progress, action)))
    keep(null, Date.now())
    const result = await attempt(action, progress.outputs, carryOut, signal)
    // Cancelled meanwhile, or the process ends: the row says what there is to say.
    const now = current(id)
    if (signal.aborted || now?.summary.state.state !== 'Running') return
    const step = settle(stepOf(progress, action), result, Date.now(), true)
    replaceStep(progress, step)
    // The lead was deleted meanwhile. What the step has come to is kept; with no other step left, that is how the run ends.
    if (now.summary.leadId === null && progress.steps.some(({ state }) => endOf(state) === null)) {
      save([cancelled(progress.run, progress.steps, { state: 'Cancelled', because: 'lead-deleted' })])
      return
    }
    if (step.state.state === 'Retrying') {
      keep(null, step.state.nextAt)
      return
    }
  }
}

async function attempt(
  action: RealAction,
  outputs: TriggerOutputs,
  carryOut: Parts['carryOut'],
  signal: AbortSignal,
): Promise<StepResult> {
  try {
    return await carryOut(action, outputs, signal)
  } catch (error) {
    return unforeseen(error)
  }
}

function begun(step: RunStep): RunStep {
  const startedAt = step.state.state === 'Retrying' ? step.state.startedAt : Date.now()
  return { ...step, state: { state: 'Running', startedAt }, attempts: step.attempts + 1 }
}
