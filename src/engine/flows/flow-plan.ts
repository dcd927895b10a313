import type { FlowAction } from '@shared/flow/action'
import type { RunStep } from '@shared/run/run'
import type { AnsweredBy, RunLane } from '../storage/flow-run-table'

/** What is known of a flow's steps before any lead comes, made once for each definition. */
export type FlowPlan = {
  readonly lane: RunLane
  readonly hasResponse: boolean
  /** The work of a new run as JSON. */
  readonly newWork: (answered: AnsweredBy | null) => string
}

const plans = new WeakMap<readonly FlowAction[], FlowPlan>()

export function planOf(actions: readonly FlowAction[]): FlowPlan {
  const known = plans.get(actions)
  if (known !== undefined) return known
  const all = actions.flatMap(withBranches)
  const start = `{"actions":${JSON.stringify(actions)},"steps":${JSON.stringify(newSteps(actions))},"answered":`
  const plan: FlowPlan = {
    lane: all.some(reachesOut) ? 1 : 0,
    hasResponse: all.some((action) => action.type === 'response'),
    newWork: (answered) => `${start}${JSON.stringify(answered)}}`,
  }
  plans.set(actions, plan)
  return plan
}

/** An action and, of a condition, those of both branches. */
export function withBranches(action: FlowAction): readonly FlowAction[] {
  return action.type === 'condition' ? [action, ...action.ifTrue, ...action.ifFalse] : [action]
}

/** Whether a step has to do with another system, so that it takes time and cannot be undone. */
export function reachesOut(action: FlowAction): boolean {
  switch (action.type) {
    case 'http':
      return true
    case 'send-email':
    case 'create-record':
      return action.connectionId !== null
    default:
      return false
  }
}

/** A step for each action in the order of the designer, branches after their condition. */
function newSteps(actions: readonly FlowAction[]): readonly RunStep[] {
  return actions.flatMap((action) => {
    if (action.type !== 'condition') return [newStep(action, null)]
    const branch = (name: 'true' | 'false', inner: readonly FlowAction[]): readonly RunStep[] =>
      inner.map((step) => newStep(step, { actionId: action.id, branch: name }))
    return [newStep(action, null), ...branch('true', action.ifTrue), ...branch('false', action.ifFalse)]
  })
}

function newStep(action: FlowAction, branchOf: RunStep['branchOf']): RunStep {
  return {
    actionId: action.id,
    name: action.name,
    type: action.type,
    branchOf,
    state: { state: 'Waiting' },
    attempts: 0,
    inputs: [],
    outputs: [],
    blankTokens: [],
  }
}
