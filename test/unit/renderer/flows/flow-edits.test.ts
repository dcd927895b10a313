import { beforeEach, expect, test } from 'vitest'
import {
  editedChanges,
  editFlow,
  followFlow,
  keepEdits,
  revertFlow,
  useFlowEdits,
} from '../../../../src/renderer/src/state/flow-edits'
import { aHydration } from '../../../helpers/hydration'

const [flow] = aHydration().flows
if (!flow) throw new Error('the builder has a flow')
const stored = { ...flow, schemaText: '{}', method: 'POST' } as const

const edit = () => useFlowEdits.getState().edits[stored.id]

beforeEach(() => useFlowEdits.setState({ edits: {} }))

test('without edits a flow shows what is stored', () => {
  expect(followFlow(undefined, stored)).toMatchObject({
    isUnsaved: false,
    conflicts: [],
    content: { schemaText: '{}' },
  })
})

test('edits are kept and only what was edited is saved', () => {
  editFlow(stored, { schemaText: 'mine' })
  editFlow(stored, { schemaValidation: true })
  expect(followFlow(edit(), stored)).toMatchObject({ isUnsaved: true, conflicts: [] })
  expect(editedChanges(edit(), stored)).toEqual({ schemaText: 'mine', schemaValidation: true })
})

test('what is edited back to what is stored is no edit any more', () => {
  editFlow(stored, { schemaText: 'mine' })
  editFlow(stored, { schemaText: '{}' })
  expect(followFlow(edit(), stored).isUnsaved).toBe(false)
})

test('a field that nobody edited follows what is stored', () => {
  editFlow(stored, { schemaText: 'mine' })
  const changed = { ...stored, method: 'PUT' } as const
  expect(followFlow(edit(), changed)).toMatchObject({
    conflicts: [],
    content: { method: 'PUT', schemaText: 'mine' },
  })
  expect(editedChanges(edit(), changed)).toEqual({ schemaText: 'mine' })
})

test('a field that was changed in both places is a conflict until one is chosen', () => {
  editFlow(stored, { schemaText: 'mine' })
  const changed = { ...stored, schemaText: 'theirs' }
  expect(followFlow(edit(), changed)).toMatchObject({ conflicts: ['schemaText'], content: { schemaText: 'mine' } })
  editFlow(changed, { schemaText: 'mine, typed on' })
  expect(followFlow(edit(), changed).conflicts).toEqual(['schemaText'])
  keepEdits(changed)
  expect(followFlow(edit(), changed)).toMatchObject({
    isUnsaved: true,
    conflicts: [],
    content: { schemaText: 'mine, typed on' },
  })
  revertFlow(stored.id)
  expect(followFlow(edit(), changed)).toMatchObject({ isUnsaved: false, content: { schemaText: 'theirs' } })
})

test('the same change in both places is no conflict', () => {
  editFlow(stored, { schemaText: 'same' })
  expect(followFlow(edit(), { ...stored, schemaText: 'same' })).toMatchObject({ isUnsaved: false, conflicts: [] })
})
