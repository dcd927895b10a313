import { afterEach, expect, it } from 'vitest'
import { keptActions, useFlowActions } from '../../../../src/renderer/src/state/flow-actions-store'
import { keepFlowDrafts } from '../../../../src/renderer/src/state/flow-drafts'
import { useFlowEdits } from '../../../../src/renderer/src/state/flow-edits'
import { mailAction, recordAction } from '../../../helpers/flow-actions'

function forget(): void {
  keptActions.clear()
  useFlowActions.setState({ flows: {} })
  useFlowEdits.setState({ edits: {} })
}

afterEach(forget)

const fakeStorage = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
})

it('unsaved edits are there again at the next start, and gone once they are saved', () => {
  const kept = new Map<string, string>()
  keepFlowDrafts(fakeStorage(kept))
  const base = { triggeredBy: 'anyone', method: 'POST', schemaText: '', schemaValidation: false } as const
  const edit = { base, content: { ...base, schemaText: '{}' } }
  useFlowEdits.setState({ edits: { a: edit } })
  const saved = [recordAction()]
  const actions = [...saved, mailAction()]
  useFlowActions.setState({ flows: { a: { state: 'ready', saved, actions, saveError: null } } })
  const atClosing = new Map(kept)

  forget()
  keepFlowDrafts(fakeStorage(new Map(atClosing)))
  expect(useFlowEdits.getState().edits).toEqual({ a: edit })
  expect(keptActions.get('a')).toEqual(actions)

  useFlowActions.setState({ flows: { a: { state: 'ready', saved: actions, actions, saveError: null } } })
  expect(keptActions.size).toBe(0)
})

it('damaged drafts are left alone', () => {
  keepFlowDrafts(fakeStorage(new Map([['flow-edits', '{"a":']])))
  expect(useFlowEdits.getState().edits).toEqual({})
})
