import type { ConditionAction, FlowAction, ResponseAction } from '@shared/flow/action'
import {
  allActions,
  freeName,
  insertAction,
  moveAction,
  placeOf,
  removeAction,
  replaceAction,
} from '@shared/flow/action-tree'
import { expect, test } from 'vitest'

const names = (actions: readonly FlowAction[]) => allActions(actions).map(({ name }) => name)

function step(name: string): ResponseAction {
  return {
    id: name,
    name,
    runAfter: ['Succeeded'],
    type: 'response',
    status: 200,
    headers: [],
    body: '',
    delaySeconds: 0,
    trial: 'answer',
  }
}

function condition(name: string, yes: readonly string[], no: readonly string[]): ConditionAction {
  return {
    id: name,
    name,
    runAfter: ['Succeeded'],
    type: 'condition',
    left: '',
    operator: 'equals',
    right: '',
    ifTrue: yes.map(step),
    ifFalse: no.map(step),
  }
}

const flow = [step('a'), condition('if', ['y1', 'y2'], ['n1']), step('b')]

test('a step is found at the top and in a branch', () => {
  expect(placeOf(flow, 'b')).toEqual({ list: null, index: 2 })
  expect(placeOf(flow, 'y2')).toEqual({ list: { conditionId: 'if', branch: 'ifTrue' }, index: 1 })
  expect(placeOf(flow, 'x')).toBeNull()
})

test('a step is put, changed and taken away where it stands', () => {
  const inBranch = insertAction(flow, { list: { conditionId: 'if', branch: 'ifFalse' }, index: 0 }, step('n0'))
  expect(names(inBranch)).toEqual(['a', 'if', 'y1', 'y2', 'n0', 'n1', 'b'])
  expect(names(removeAction(inBranch, 'n0'))).toEqual(names(flow))
  const changed = replaceAction(flow, { ...step('y1'), status: 404 })
  expect(allActions(changed).find(({ id }) => id === 'y1')).toMatchObject({ status: 404 })
  expect(names(changed)).toEqual(names(flow))
})

test('a step moves down, up, and between lists; the place is of the list before the move', () => {
  expect(names(moveAction(flow, 'a', { list: null, index: 3 }))).toEqual(['if', 'y1', 'y2', 'n1', 'b', 'a'])
  expect(names(moveAction(flow, 'b', { list: null, index: 0 }))).toEqual(['b', 'a', 'if', 'y1', 'y2', 'n1'])
  expect(names(moveAction(flow, 'a', { list: null, index: 1 }))).toEqual(names(flow))
  const yes = { conditionId: 'if', branch: 'ifTrue' } as const
  expect(names(moveAction(flow, 'b', { list: yes, index: 1 }))).toEqual(['a', 'if', 'y1', 'b', 'y2', 'n1'])
  expect(names(moveAction(flow, 'y1', { list: null, index: 0 }))).toEqual(['y1', 'a', 'if', 'y2', 'n1', 'b'])
})

test('a condition never goes into a branch, nor a step where there is no list', () => {
  const two = [...flow, condition('if2', [], [])]
  expect(moveAction(two, 'if2', { list: { conditionId: 'if', branch: 'ifTrue' }, index: 0 })).toBe(two)
  expect(moveAction(flow, 'x', { list: null, index: 0 })).toBe(flow)
})

test('a new name is free without regard to case, and counts on', () => {
  expect(freeName(flow, 'C')).toBe('C')
  expect(freeName(flow, 'Y1')).toBe('Y1 2')
  expect(freeName([step('Send'), step('send 2')], 'Send')).toBe('Send 3')
  expect(freeName([step('Send'), step('Send 2')], 'Send 2')).toBe('Send 3')
})
