// @vitest-environment happy-dom
import { act } from 'react'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { RunnerView } from '../../../../../src/renderer/src/composer/runner/runner-view'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { useCollections } from '../../../../../src/renderer/src/state/collections-store'
import { openTab, useComposer } from '../../../../../src/renderer/src/state/composer-store'
import { setRunData, useRunner } from '../../../../../src/renderer/src/state/runner-store'
import { collectionRun, runResult } from '../../../../helpers/collection-runs'
import { aTree } from '../../../../helpers/collections'
import { type FakeEngine, fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { type Screen, showScreen } from '../../../../helpers/screen'

let engine: FakeEngine
const started = collectionRun(5, { name: 'Articles', total: 200, done: 0, state: { state: 'running' } })

// Once: each call would listen for the engine's port anew.
beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => {
  engine = fakeEnginePort({
    'run.list': () => [collectionRun(1, { name: 'Last week' })],
    'run.start': () => started,
    'run.stop': () => null,
    'run.results': ({ only }) => (only === 'failed' ? [runResult(2, { passed: false, status: 400 })] : [runResult(1)]),
  })
  engine.connect()
  useCollections.setState({
    loaded: true,
    collections: [aTree('Articles', [])],
    environments: [{ id: 'test.json', name: 'Contoso test', variables: [], problem: null }],
  })
  useComposer.setState((state) => ({ workspace: { ...state.workspace, environmentId: 'test.json' } }))
  useRunner.setState({ runs: [], data: {} })
})

async function showRunner(): Promise<Screen & { readonly draftId: string }> {
  const draftId = openTab('runner', { nodeId: 'Articles' })
  return { ...(await showScreen(<RunnerView draftId={draftId} />)), draftId }
}

async function start({ all }: Screen): Promise<void> {
  const [form] = all('form')
  await act(async () => form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
  await engine.called((name) => name === 'run.start')
}

test('before the first run the tab tells what it is for', async () => {
  const { text } = await showRunner()
  expect(text()).toContain('Run many requests at once')
})

test('a run is started with the options of the form, the environment of the composer and the data file', async () => {
  const screen = await showRunner()
  await act(async () =>
    setRunData(screen.draftId, {
      dataId: 'd1',
      name: 'leads.csv',
      columns: ['email'],
      rows: [{ email: 'a\u202eb@contoso.com' }],
      total: 1,
    }),
  )
  expect(screen.text()).toContain('leads.csv')
  expect(screen.text()).not.toContain('\u202e')
  await start(screen)
  expect(engine.calls.find(({ name }) => name === 'run.start')?.input).toEqual({
    nodeId: 'Articles',
    environmentId: 'test.json',
    dataId: 'd1',
    iterations: 1,
    concurrency: 1,
    delayMs: 0,
    bail: false,
  })
})

test('progress is shown while it runs, it can be stopped, and its failures can be looked at', async () => {
  const screen = await showRunner()
  await start(screen)
  await screen.until(() => screen.text().includes('Running'))
  await screen.click(screen.find('button', 'Stop'))
  await engine.called((name, input) => name === 'run.stop' && JSON.stringify(input) === '{"id":5}')
  engine.publish({ type: 'collection-run-changed', run: { ...started, done: 50, failed: 2, checksFailed: 2 } })
  await screen.until(() => screen.text().includes('50 of 200'))
  expect(screen.text()).toContain('Failed (2)')
  engine.publish({
    type: 'collection-run-changed',
    run: { ...started, done: 51, failed: 2, state: { state: 'stopped', endedAt: started.startedAt + 100 } },
  })
  await screen.until(() => screen.text().includes('Stopped by you'))
  await engine.called((name) => name === 'run.results')
})
