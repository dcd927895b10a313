import type { FlowAction, ResponseAction } from '@shared/flow/action'
import type { HeaderPair } from '@shared/http/header-pair'
import type { EndState, StepValue } from '@shared/run/run'
import { fillTemplate, type TriggerOutputs } from '@shared/template/fill-template'
import { capValue } from '../step-values'
import { judgeCondition } from './condition'

/** As long as the real trigger waits for a Response (facts: "Limits"). */
export const responseLimitMs = 120_000

/** The answer that a Response gives to a lead. */
export type FilledResponse = {
  readonly headers: readonly HeaderPair[]
  readonly body: string
  readonly blankTokens: readonly string[]
}

export function fillResponse(action: ResponseAction, outputs: TriggerOutputs): FilledResponse {
  const body = fillTemplate(action.body, outputs)
  const headers = action.headers.map(({ name, value }) => ({ name, filled: fillTemplate(value, outputs) }))
  return {
    headers: headers.map(({ name, filled }) => [name, filled.text] as const),
    body: body.text,
    blankTokens: [...headers.flatMap(({ filled }) => filled.blank), ...body.blank],
  }
}

/**
 * The Response that answers, if all steps before it succeed: the sender gets its answer before they have run.
 * null where the lead's way through the conditions meets none.
 */
export function chooseResponse(actions: readonly FlowAction[], outputs: TriggerOutputs): ResponseAction | null {
  let previous: EndState = 'Succeeded'
  for (const action of actions) {
    if (!action.runAfter.some((state) => state === previous)) {
      previous = 'Skipped'
      continue
    }
    if (action.type === 'response') return action
    if (action.type === 'condition') {
      const branch = judgeCondition(action, outputs).result ? action.ifTrue : action.ifFalse
      const inner = chooseResponse(branch, outputs)
      if (inner !== null) return inner
    }
    previous = 'Succeeded'
  }
  return null
}

/** What the run's step shows of the answer. */
export function responseOutputs(action: ResponseAction, filled: FilledResponse): readonly StepValue[] {
  if (action.trial === 'drop') return [{ name: 'answer', value: 'connection closed' }]
  return [
    { name: 'statusCode', value: String(action.status) },
    ...filled.headers.map(([name, value]) => ({ name, value: capValue(value) })),
    { name: 'body', value: capValue(filled.body) },
  ]
}
