import type { JsonValue } from '@shared/json-value'
import { expect, it } from 'vitest'
import { judgeCondition } from '../../../../src/engine/flows/actions/condition'
import { conditionAction } from '../../../helpers/flow-actions'

const body: JsonValue = {
  Null: null,
  List: ['a', 1],
  Empty: [],
  Zero: 0,
  No: false,
  Blank: '  ',
  Name: 'Ann',
  userDetails: { Country: 'USA' },
}

it.each([
  ['Null', 'equals', '', true],
  ['Null', 'is-blank', '', true],
  ['Missing', 'is-blank', '', true],
  ['Missing', 'not-equals', 'x', true],
  ['Blank', 'is-blank', '', true],
  ['Zero', 'is-blank', '', false],
  ['Zero', 'equals', '0', true],
  ['No', 'is-not-blank', '', true],
  ['No', 'equals', 'false', true],
  ['List', 'equals', '["a",1]', true],
  ['List', 'contains', '"a"', true],
  ['Empty', 'is-blank', '', false],
  ['Name', 'equals', 'ann', false],
  ['Name', 'starts-with', 'A', true],
  ['Name', 'ends-with', 'n', true],
  ['name', 'is-blank', '', true],
  ['constructor', 'is-blank', '', true],
] as const)('%s %s %j: %s', (key, operator, right, expected) => {
  const left = `@{triggerBody()?['${key}']}`
  expect(judgeCondition(conditionAction({ left, operator, right }), { headers: [], body }).result).toBe(expected)
})

it('keys in another case are others, as in Power Automate', () => {
  const action = conditionAction()
  expect(judgeCondition(action, { headers: [], body })).toMatchObject({ result: false, blankTokens: [action.left] })
})
