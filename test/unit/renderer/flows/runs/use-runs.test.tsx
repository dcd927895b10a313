// @vitest-environment happy-dom
import { AppError } from '@shared/app-error'
import type { RunSummary } from '@shared/run/run'
import { useEffect } from 'react'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useRun } from '../../../../../src/renderer/src/flows/runs/use-run'
import { useRuns } from '../../../../../src/renderer/src/flows/runs/use-runs'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { type FakeEngine, fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { showScreen } from '../../../../helpers/screen'

const flowId = 'f'.repeat(32)
const runOf = (id: number, state: RunSummary['state'] = { state: 'Succeeded', endedAt: 20 }): RunSummary => ({
  id,
  runId: `run-${id}`,
  flowId,
  flowName: 'Leads',
  leadId: id,
  isTest: false,
  startedAt: 10,
  state,
  resubmitOf: null,
})
const runsOf = (first: number, count: number) => Array.from({ length: count }, (_, at) => runOf(first - at))

let engine: FakeEngine
let pages: ((before: number | null) => readonly RunSummary[])[] = []
let detail: RunSummary

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => {
  engine = fakeEnginePort({
    'flow-run.page': ({ before }) => pages.shift()?.(before) ?? [],
    'flow-run.get': () => ({ summary: detail, steps: [] }),
  })
  engine.connect()
})

const refuse = () => {
  throw new AppError('storage-failed', { detail: 'broken' })
}

/** Shows the list, and asks for older runs with each rendering, as a list does that is scrolled to its end. */
function List() {
  const { runs, error, readOlder } = useRuns(flowId, 'all')
  useEffect(readOlder)
  return <p>{error ? error.code : runs.map(({ id }) => `[${id}]`).join('')}</p>
}

const asked = () => engine.calls.filter(({ name }) => name === 'flow-run.page').length

test('a run that begins just behind the answer is not lost', async () => {
  pages = [() => [runOf(1)]]
  const screen = await showScreen(<List />)
  await engine.called((name) => name === 'flow-run.page')
  engine.publish({ type: 'flow-runs-changed', runs: [runOf(2)] })
  await screen.until(() => screen.text() === '[2][1]')
})

test('an event just behind a page of older runs does not take the page away', async () => {
  pages = [() => runsOf(200, 100), () => runsOf(100, 3)]
  const screen = await showScreen(<List />)
  await engine.called(() => asked() === 2)
  engine.publish({ type: 'flow-runs-changed', runs: [runOf(201)] })
  await screen.until(() => screen.text().startsWith('[201]') && screen.text().endsWith('[98]'))
  expect(screen.text()).toContain('[101][100][99]')
})

test('what cannot be read is not asked for again and again', async () => {
  pages = [() => runsOf(200, 100), refuse, refuse, refuse, refuse, refuse]
  const screen = await showScreen(<List />)
  await screen.until(() => screen.text() === 'storage-failed')
  await engine.called(() => asked() === 2)
  await screen.until(() => screen.text() === 'storage-failed')
  expect(asked()).toBe(2)
})

function Run() {
  const run = useRun(7)
  return <p>{run.state === 'ready' ? run.detail.summary.state.state : run.state}</p>
}

test('a run is read anew after an event that may name only some of the runs', async () => {
  detail = runOf(7, { state: 'Running' })
  const screen = await showScreen(<Run />)
  await screen.until(() => screen.text() === 'Running')
  detail = runOf(7)
  engine.publish({ type: 'flow-runs-changed', runs: runsOf(900, 200) })
  await screen.until(() => screen.text() === 'Succeeded')
  await vi.waitFor(() => expect(engine.calls.filter(({ name }) => name === 'flow-run.get')).toHaveLength(2))
})
