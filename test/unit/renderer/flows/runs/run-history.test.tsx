// @vitest-environment happy-dom
import { act, useState } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { RunHistory } from '../../../../../src/renderer/src/flows/runs/run-history'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { followFlowTests } from '../../../../../src/renderer/src/state/flow-test-store'
import { fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { showScreen } from '../../../../helpers/screen'

const flowId = 'f'.repeat(32)

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

/** The run history behind a tab. */
function Tab() {
  const [isShown, setShown] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setShown(!isShown)}>
        Switch
      </button>
      {isShown ? <RunHistory flowId={flowId} scope="Scope" /> : null}
    </>
  )
}

test('the run of a test is opened when it is there, once', async () => {
  const engine = fakeEnginePort({
    'flow-run.page': () => [],
    'flow-run.get': ({ id }) => ({
      summary: {
        id,
        runId: `run-${id}`,
        flowId,
        flowName: 'Leads',
        leadId: 1,
        isTest: true,
        startedAt: 1,
        state: { state: 'Succeeded', endedAt: 2 },
        resubmitOf: null,
      },
      steps: [],
    }),
  })
  engine.connect()
  followFlowTests()
  const { text, until, find, click } = await showScreen(<Tab />)
  await act(async () => engine.publish({ type: 'flow-test-ended', flowId, ended: { by: 'run', runId: 7 } }))
  await until(() => text().includes('run-7'))
  await click(find('button', 'Switch'))
  await click(find('button', 'Switch'))
  await until(() => text().includes('Scope'))
  expect(text()).not.toContain('run-7')
})
