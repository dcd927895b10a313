// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { HistoryDetail } from '../../../../../src/renderer/src/composer/history/history-detail'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { useComposer } from '../../../../../src/renderer/src/state/composer-store'
import { deleteFromHistory, useHistory } from '../../../../../src/renderer/src/state/history-store'
import { useSends } from '../../../../../src/renderer/src/state/send-store'
import { fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { answered, historyEntry, historySummary } from '../../../../helpers/history-entries'
import { showScreen } from '../../../../helpers/screen'

const entries = [3, 2, 1].map((id) => historySummary(id))

function anEngine() {
  const engine = fakeEnginePort({
    'history.get': ({ id }) =>
      historyEntry({
        id,
        outcome: answered({
          status: id === 1 ? 200 : 400,
          headers: [['Content-Type', 'application/json']],
          bodyText: JSON.stringify({ same: true, id }),
        }),
      }),
    'history.page': () => entries,
    'history.delete': (input) => ({ undoToken: 'u', count: 'ids' in input ? input.ids.length : 3 }),
    'history.restore': () => ({ count: 1 }),
  })
  engine.connect()
  return engine
}

// Once: each call would listen for the engine's port anew.
beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => useHistory.setState({ entries, selected: new Set(), focusedId: null, comparing: null }))

test('a send is shown whole and opened as a draft with its checks and its answer', async () => {
  anEngine()
  useHistory.setState({ focusedId: 2, selected: new Set([2]) })
  const { text, find, click, until } = await showScreen(<HistoryDetail />)
  await until(() => text().includes('400 Accepted'))
  await click(find('button', 'Open as draft'))
  const { drafts, workspace } = useComposer.getState()
  const draft = drafts[workspace.activeTab ?? '']
  expect(draft).toMatchObject({ name: 'Test my flow', historyId: 2, request: { url: '{{flowUrl}}' } })
  expect(useSends.getState().sends[draft?.id ?? '']).toMatchObject({ state: 'done', entry: { id: 2 } })
})

test('two answers are compared side by side, their JSON line by line', async () => {
  anEngine()
  useHistory.setState({ selected: new Set([1, 2]), focusedId: 2 })
  const { text, find, click, until } = await showScreen(<HistoryDetail />)
  expect(text()).toContain('2 sends chosen')
  await click(find('button', 'Compare two answers'))
  await until(() => text().includes('Two answers compared'))
  expect(text()).toContain('200 Accepted')
  expect(text()).toContain('400 Accepted')
  expect(text()).toMatch(/"same": true.*"id": 1.*"id": 2/s)
})

test('deleted sends leave the list and can be brought back', async () => {
  const engine = anEngine()
  const { undoLatest } = await import('../../../../../src/renderer/src/ui/undo-toast')
  useHistory.setState({ focusedId: 2, selected: new Set([2]) })
  await deleteFromHistory({ ids: [2] })
  expect(useHistory.getState().entries.map(({ id }) => id)).toEqual([3, 1])
  expect(undoLatest()).toBe(true)
  await engine.called((name, input) => name === 'history.restore' && JSON.stringify(input) === '{"undoToken":"u"}')
  await vi.waitFor(() => expect(useHistory.getState().entries).toHaveLength(3))
})
