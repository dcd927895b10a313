import { afterEach, expect, it } from 'vitest'
import { chooseFlow, rememberChosenFlow, useChosenFlow } from '../../../../src/renderer/src/state/chosen-flow'

afterEach(() => useChosenFlow.setState({ id: null }))

function fakeStorage(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
  }
}

it('the chosen flow is chosen again at the next start', () => {
  const kept = {}
  rememberChosenFlow(fakeStorage(kept))
  expect(useChosenFlow.getState().id).toBeNull()
  chooseFlow('b')
  useChosenFlow.setState({ id: null })
  rememberChosenFlow(fakeStorage(kept))
  expect(useChosenFlow.getState().id).toBe('b')
})
