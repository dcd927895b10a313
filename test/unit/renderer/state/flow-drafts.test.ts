// @vitest-environment happy-dom
import { AppError } from '@shared/app-error'
import type { FlowAction } from '@shared/flow/action'
import { flowActionsSchema } from '@shared/flow/action-schema'
import { beforeEach, expect, test, vi } from 'vitest'
import { type FakeEngine, fakeEnginePort } from '../../../helpers/fake-engine-port'
import { mailAction } from '../../../helpers/flow-actions'
import { aHydration } from '../../../helpers/hydration'

const [flow] = aHydration().flows
if (!flow) throw new Error('the builder has a flow')
const stored = flow
const { id } = stored

const engineState: { steps: readonly FlowAction[]; fails: boolean } = { steps: [], fails: false }
let engine: FakeEngine

/** The window's parts as a new window has them. */
async function openWindow() {
  vi.resetModules()
  const bridge = await import('../../../../src/renderer/src/state/bridge')
  const drafts = await import('../../../../src/renderer/src/state/flow-drafts')
  const edits = await import('../../../../src/renderer/src/state/flow-edits')
  const actions = await import('../../../../src/renderer/src/state/flow-actions-store')
  bridge.connectBridge()
  engine.connect()
  drafts.keepFlowDrafts(localStorage)
  actions.loadActions(id)
  const steps = () => actions.useFlowActions.getState().flows[id]
  await vi.waitFor(() => expect(steps()?.state).toBe('ready'))
  return { edits, actions, steps, edit: () => edits.useFlowEdits.getState().edits[id] }
}

beforeEach(() => {
  localStorage.clear()
  engineState.steps = [mailAction()]
  engineState.fails = false
  engine = fakeEnginePort({
    'flow-actions.get': () => {
      if (engineState.fails) throw new AppError('storage-failed', { detail: 'broken' })
      return engineState.steps
    },
    'flow-actions.save': ({ actions }) => {
      engineState.steps = flowActionsSchema.parse(actions)
      return engineState.steps
    },
  })
})

test('edits that are not saved outlive the window', async () => {
  const first = await openWindow()
  first.edits.editFlow(stored, { schemaText: 'mine' })
  first.actions.changeActions(id, () => [mailAction({ subject: 'Mine' })])
  const second = await openWindow()
  expect(second.edits.followFlow(second.edit(), stored)).toMatchObject({
    isUnsaved: true,
    content: { schemaText: 'mine' },
  })
  expect(second.steps()).toMatchObject({
    saved: [mailAction()],
    actions: [mailAction({ subject: 'Mine' })],
  })
  // What was stored meanwhile is a conflict still.
  expect(second.edits.followFlow(second.edit(), { ...stored, schemaText: 'theirs' }).conflicts).toEqual(['schemaText'])
})

test('what is saved or taken back is kept no longer', async () => {
  const first = await openWindow()
  first.edits.editFlow(stored, { schemaText: 'mine' })
  first.edits.revertFlow(id)
  first.actions.changeActions(id, () => [mailAction({ subject: 'Mine' })])
  await first.actions.saveActions(id)
  expect(Object.keys(localStorage)).toEqual([])
  const second = await openWindow()
  expect(second.edit()).toBeUndefined()
  expect(second.actions.isUnsaved(second.steps())).toBe(false)
})

test('drafts that cannot be read are left alone', async () => {
  for (const kept of ['{', '[]', '{"base":{},"content":{}}', 'null']) {
    localStorage.setItem(`flow-edit-1-${id}`, kept)
    localStorage.setItem(`flow-steps-1-${id}`, kept === '[]' ? '[7]' : kept)
    const window = await openWindow()
    expect(window.edit()).toBeUndefined()
    expect(window.actions.isUnsaved(window.steps())).toBe(false)
  }
})

test('edits stay when a new engine cannot be asked', async () => {
  const window = await openWindow()
  window.actions.changeActions(id, () => [mailAction({ subject: 'Mine' })])
  engineState.fails = true
  engine.connect()
  await vi.waitFor(() => expect(window.steps()).toMatchObject({ saveError: { code: 'storage-failed' } }))
  expect(window.steps()).toMatchObject({ state: 'ready', actions: [mailAction({ subject: 'Mine' })] })
})
