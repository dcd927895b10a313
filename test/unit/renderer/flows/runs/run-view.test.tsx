// @vitest-environment happy-dom
import type { RunSummary } from '@shared/run/run'
import { act } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { RunView } from '../../../../../src/renderer/src/flows/runs/run-view'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { followEngine } from '../../../../../src/renderer/src/state/engine-store'
import { fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { aHydration } from '../../../../helpers/hydration'
import { showScreen } from '../../../../helpers/screen'

const [flow] = aHydration().flows
if (!flow) throw new Error('There is no flow.')

const summary: RunSummary = {
  id: 1,
  runId: 'run-1',
  flowId: flow.id,
  flowName: 'Default',
  leadId: 1,
  isTest: false,
  startedAt: 1,
  state: { state: 'Succeeded', endedAt: 2 },
  resubmitOf: null,
}

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
  followEngine()
})

async function showRun(run: RunSummary) {
  const engine = fakeEnginePort({
    hydrate: () => aHydration(),
    'flow-run.get': () => ({ summary: run, steps: [] }),
  })
  engine.connect()
  const screen = await showScreen(<RunView id={1} onOpen={() => undefined} />)
  await screen.until(() => screen.text().includes('run-1'))
  return { ...screen, engine }
}

test('a run can be resubmitted while its flow is on, and says beforehand why not while it is off', async () => {
  const { find, text, until, engine } = await showRun(summary)
  const isOff = () => find('button', 'Resubmit').getAttribute('aria-disabled') === 'true'
  await until(() => !isOff())
  await act(async () => engine.publish({ type: 'flows-changed', flows: [{ ...flow, state: 'disabled' }] }))
  await until(isOff)
  expect(text()).toContain('The flow “Default” is turned off')
  await act(async () => engine.publish({ type: 'flows-changed', flows: [{ ...flow, state: 'deleted' }] }))
  await until(() => text().includes('The flow “Default” was deleted.'))
})

test('the run of a deleted lead says that the values went with it', async () => {
  const { find, text, all } = await showRun({ ...summary, leadId: null })
  expect(text()).toContain('The lead was deleted.')
  expect(find('button', 'Resubmit').getAttribute('aria-disabled')).toBe('true')
  expect(all('button').map(({ textContent }) => textContent)).not.toContain('Show the lead')
})
