import { assertNever } from '@shared/assert-never'
import type { ConditionAction } from '@shared/flow/action'
import type { StepValue } from '@shared/run/run'
import { fillTemplate, type TriggerOutputs } from '@shared/template/fill-template'

export type JudgedCondition = {
  readonly result: boolean
  readonly inputs: readonly StepValue[]
  readonly blankTokens: readonly string[]
}

/** Which branch a lead takes. Texts are compared exactly, case included, as Power Automate compares them. */
export function judgeCondition(action: ConditionAction, outputs: TriggerOutputs): JudgedCondition {
  const left = fillTemplate(action.left, outputs)
  const right = fillTemplate(action.right, outputs)
  return {
    result: compare(left.text, action.operator, right.text),
    inputs: [
      { name: 'left', value: left.text },
      { name: 'operator', value: action.operator },
      { name: 'right', value: right.text },
    ],
    // To ask whether something is blank is no mistake.
    blankTokens: action.operator.endsWith('blank') ? [] : [...left.blank, ...right.blank],
  }
}

function compare(left: string, operator: ConditionAction['operator'], right: string): boolean {
  switch (operator) {
    case 'equals':
      return left === right
    case 'not-equals':
      return left !== right
    case 'contains':
      return left.includes(right)
    case 'starts-with':
      return left.startsWith(right)
    case 'ends-with':
      return left.endsWith(right)
    case 'is-blank':
      return left.trim() === ''
    case 'is-not-blank':
      return left.trim() !== ''
    default:
      return assertNever(operator)
  }
}
