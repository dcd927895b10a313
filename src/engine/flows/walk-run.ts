import type { ConditionAction, FlowAction, ResponseAction } from '@shared/flow/action'
import type { EndState, StepState } from '@shared/run/run'
import type { TriggerOutputs } from '@shared/template/fill-template'
import { type JudgedCondition, judgeCondition } from './actions/condition'
import { reachesOut } from './flow-plan'
import { rehearseStep } from './rehearse-step'
import { endOf, type RunProgress, replaceStep, stepOf } from './run-progress'
import { settle } from './settle-step'
import { failed, type StepResult, stepError, succeeded, unforeseen } from './step-result'

/** A step that reaches another system. */
export type RealAction = Exclude<FlowAction, ConditionAction | ResponseAction>

export type Walked =
  | { readonly kind: 'real'; readonly action: RealAction }
  | { readonly kind: 'ended'; readonly state: EndState }

/** Carries a run on, up to a step that reaches out or to its end. What it did stands in `progress`. */
export function walkRun(progress: RunProgress): Walked {
  return walk(progress, progress.run.work.actions)
}

function walk(progress: RunProgress, actions: readonly FlowAction[]): Walked {
  let before: Before = { name: '', state: 'Succeeded' }
  const states: EndState[] = []
  for (const action of actions) {
    const ended = endOf(stepOf(progress, action).state)
    const state: EndState | Walked = ended ?? carryOn(progress, action, before)
    if (typeof state !== 'string') return state
    // It was given before the steps ran; had it waited for them, it would have been skipped. It mends no failure.
    if (hasAnswered(progress, action) && !runsAfter(action, before)) continue
    states.push(state)
    before = { name: action.name, state }
  }
  return { kind: 'ended', state: resultOf(states) }
}

/** The step before, or the trigger. */
type Before = { readonly name: string; readonly state: EndState }

/** As Power Automate: the last step that was not skipped decides, so a failure that a later step handled is none. */
function resultOf(states: readonly EndState[]): EndState {
  const last = states.findLast((state) => state !== 'Skipped')
  return last === 'Failed' || last === 'TimedOut' ? 'Failed' : 'Succeeded'
}

/** Whether a step is the Response that the sender has had already. */
function hasAnswered(progress: RunProgress, action: FlowAction): boolean {
  return action.type === 'response' && progress.run.work.answered?.actionId === action.id
}

function runsAfter(action: FlowAction, before: Before): boolean {
  return action.runAfter.some((wanted) => wanted === before.state)
}

function carryOn(progress: RunProgress, action: FlowAction, before: Before): EndState | Walked {
  const { state } = stepOf(progress, action).state
  if (state === 'Waiting' && !hasAnswered(progress, action) && !runsAfter(action, before)) {
    return skip(progress, action, runAfterMessage(action, before))
  }
  if (action.type === 'condition') return decide(progress, action)
  if (action.type === 'response' || !reachesOut(action)) return finish(progress, action, rehearse(progress, action))
  if (state !== 'Running') return { kind: 'real', action }
  // It was being carried out when the process ended: whether the other end got it is not known.
  return finish(progress, action, failed(stepError('interrupted'), stepOf(progress, action)), true)
}

/** What a lead makes impossible fails its own step, not the queue with all the runs behind it. */
function rehearse(progress: RunProgress, action: Exclude<FlowAction, ConditionAction>): StepResult {
  try {
    return rehearseStep(progress, action)
  } catch (error) {
    return unforeseen(error)
  }
}

function finish(progress: RunProgress, action: FlowAction, result: StepResult, counted = false): EndState {
  const step = settle(stepOf(progress, action), result, Date.now(), counted)
  replaceStep(progress, step)
  if (result.kind === 'succeeded' && result.rehearsed !== null) {
    progress.rehearsed = [...progress.rehearsed, result.rehearsed]
  }
  return endOf(step.state) ?? 'Failed'
}

function decide(progress: RunProgress, action: ConditionAction): EndState | Walked {
  const step = stepOf(progress, action)
  let branch = step.outputs.find(({ name }) => name === 'expressionResult')?.value
  if (branch === undefined) {
    const judged = judge(action, progress.outputs)
    if ('kind' in judged) {
      skipBranch(progress, [...action.ifTrue, ...action.ifFalse])
      return finish(progress, action, judged)
    }
    const { result, inputs, blankTokens } = judged
    branch = String(result)
    const outputs = [{ name: 'expressionResult', value: branch }]
    const state: StepState = { state: 'Running', startedAt: Date.now() }
    replaceStep(progress, { ...step, state, attempts: 1, inputs, outputs, blankTokens })
  }
  skipBranch(progress, branch === 'true' ? action.ifFalse : action.ifTrue)
  const inner = walk(progress, branch === 'true' ? action.ifTrue : action.ifFalse)
  if (inner.kind === 'real') return inner
  const { inputs, outputs, blankTokens } = stepOf(progress, action)
  const shown = { inputs, outputs, blankTokens }
  return finish(
    progress,
    action,
    inner.state === 'Succeeded' ? succeeded(shown) : failed(stepError('branch-failed'), shown),
  )
}

function judge(action: ConditionAction, outputs: TriggerOutputs): JudgedCondition | StepResult {
  try {
    return judgeCondition(action, outputs)
  } catch (error) {
    return unforeseen(error)
  }
}

function skipBranch(progress: RunProgress, actions: readonly FlowAction[]): void {
  for (const action of actions) {
    if (endOf(stepOf(progress, action).state) !== null) continue
    // The sender was answered before the steps ran, whatever came of them.
    if (action.type === 'response' && hasAnswered(progress, action)) {
      finish(progress, action, rehearse(progress, action))
      continue
    }
    skip(
      progress,
      action,
      `The execution of template action '${action.name}' skipped: the branching condition for this action is not satisfied.`,
    )
  }
}

/** A skipped step says why, in the words of the real run history. */
function skip(progress: RunProgress, action: FlowAction, message: string): EndState {
  replaceStep(progress, {
    ...stepOf(progress, action),
    state: { state: 'Skipped' },
    outputs: [
      { name: 'code', value: 'ActionSkipped' },
      { name: 'message', value: message },
    ],
  })
  if (action.type === 'condition') skipBranch(progress, [...action.ifTrue, ...action.ifFalse])
  return 'Skipped'
}

function runAfterMessage(action: FlowAction, before: Before): string {
  return `The execution of template action '${action.name}' is skipped: the 'runAfter' condition for action '${
    before.name === '' ? 'manual' : before.name
  }' is not satisfied. Expected status values '${action.runAfter.join(', ')}' and actual value '${before.state}'.`
}
