// @vitest-environment happy-dom
import { act } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { NewFlowDialog } from '../../../../src/renderer/src/flows/new-flow-dialog'
import { connectBridge } from '../../../../src/renderer/src/state/bridge'
import { fakeEnginePort } from '../../../helpers/fake-engine-port'
import { aHydration } from '../../../helpers/hydration'
import { showScreen } from '../../../helpers/screen'

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

test('Enter that is pressed twice makes one flow; a blank name makes none', async () => {
  const [flow] = aHydration().flows
  if (!flow) throw new Error('the builder has a flow')
  let answer = (): void => undefined
  const engine = fakeEnginePort({
    'flow.create': () => new Promise((resolve) => (answer = () => resolve(flow))),
  })
  engine.connect()
  let closed = 0
  const { all, text } = await showScreen(<NewFlowDialog onClose={() => closed++} />)
  const submit = () =>
    act(async () => all('form')[0]?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
  await submit()
  expect(text()).toContain('Give the flow a name')
  const [input] = all('input')
  if (!(input instanceof HTMLInputElement)) throw new Error('The dialog asks for a name')
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'Leads')
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await submit()
  await submit()
  await engine.called((name) => name === 'flow.create')
  await act(async () => answer())
  await expect.poll(() => closed).toBe(1)
  expect(engine.calls).toHaveLength(1)
})
