import type { FlowAction, ResponseAction } from '@shared/flow/action'
import type { Flow } from '@shared/flow/flow'
import type { Answer } from '@shared/lead/lead-detail'
import type { TriggerOutputs } from '@shared/template/fill-template'
import { TextTooLong } from '@shared/template/text-too-long'
import type { AnswerIds } from '../receiver/answer-ids'
import type { HeldAnswer } from '../receiver/received-request'
import { droppedAnswer, lateAnswer, noResponseAnswer, responseAnswer } from '../receiver/response-answer'
import type { AnsweredBy, NewRun } from '../storage/flow-run-table'
import { chooseResponse, type FilledResponse, fillResponse } from './actions/response'
import { planOf } from './flow-plan'

export type BegunRun = {
  readonly run: NewRun
  /** As it is stored with the lead. */
  readonly answer: Answer
  /** When and whether the sender gets it; null: at once. */
  readonly hold: HeldAnswer['hold'] | null
}

export type BeginRun = (lead: {
  readonly flow: Flow
  readonly ids: AnswerIds
  readonly isTest: boolean
  readonly receivedAt: number
  /** The trigger's own answer: 202. */
  readonly accepted: Answer
  /** Asked for only where a step needs it now. */
  readonly outputs: () => TriggerOutputs
}) => BegunRun

/**
 * The run of an accepted lead and the answer to its sender, which a *Response* step decides at once.
 * @param limitMs how long a Response may be late
 */
export function createBeginRun(actionsOf: (flowId: string) => readonly FlowAction[], limitMs: number): BeginRun {
  return ({ flow, ids, isTest, receivedAt, accepted, outputs }) => {
    const actions = actionsOf(flow.id)
    const startedAt = Math.round(receivedAt)
    const start = { runId: ids.runId, flowId: flow.id, flowName: flow.name, isTest, startedAt, resubmitOf: null }
    if (actions.length === 0) return { run: { ...start, plan: null }, answer: accepted, hold: null }

    const plan = planOf(actions)
    const decided = plan.hasResponse ? decide(flow, ids, actions, outputs(), startedAt, limitMs) : null
    const { answer, hold, answered } = decided ?? { answer: accepted, hold: null, answered: null }
    // The steps run after the answer was given.
    const dueAt = startedAt + (hold?.afterMs ?? 0)
    return { run: { ...start, plan: { lane: plan.lane, dueAt, work: plan.newWork(answered) } }, answer, hold }
  }
}

type Decided = Pick<BegunRun, 'answer' | 'hold'> & { readonly answered: AnsweredBy }

function decide(
  flow: Flow,
  ids: AnswerIds,
  actions: readonly FlowAction[],
  outputs: TriggerOutputs,
  startedAt: number,
  limitMs: number,
): Decided {
  const chosen = choose(actions, outputs)
  if (chosen === null) {
    const answered: AnsweredBy = { actionId: null, answeredAt: startedAt, late: false }
    return { answer: noResponseAnswer(flow, ids), hold: null, answered }
  }
  const { action, filled } = chosen
  const delayMs = Math.round(action.delaySeconds * 1000)
  const late = delayMs > limitMs
  const afterMs = late ? limitMs : delayMs
  const answered: AnsweredBy = { actionId: action.id, answeredAt: startedAt + afterMs, late }
  if (late) return { answer: lateAnswer(flow, ids, limitMs), hold: { afterMs, drop: false }, answered }
  if (action.trial === 'drop') return { answer: droppedAnswer, hold: { afterMs, drop: true }, answered }
  const answer = responseAnswer(flow, ids, action.status, filled.headers, filled.body)
  return { answer, hold: afterMs === 0 ? null : { afterMs, drop: false }, answered }
}

/** null where the sender gets no Response: none is met, or it cannot be put together. The lead is kept all the same. */
function choose(
  actions: readonly FlowAction[],
  outputs: TriggerOutputs,
): { readonly action: ResponseAction; readonly filled: FilledResponse } | null {
  try {
    const action = chooseResponse(actions, outputs)
    return action === null ? null : { action, filled: fillResponse(action, outputs) }
  } catch (error) {
    if (error instanceof TextTooLong) return null
    throw error
  }
}
