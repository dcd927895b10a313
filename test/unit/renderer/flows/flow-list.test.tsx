// @vitest-environment happy-dom
import { act } from 'react'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { FlowList } from '../../../../src/renderer/src/flows/flow-list'
import { connectBridge } from '../../../../src/renderer/src/state/bridge'
import { useEngine } from '../../../../src/renderer/src/state/engine-store'
import { type FakeEngine, fakeEnginePort } from '../../../helpers/fake-engine-port'
import { aHydration } from '../../../helpers/hydration'
import { showScreen } from '../../../helpers/screen'

const [first] = aHydration().flows
if (!first) throw new Error('the builder has a flow')
const flows = ['One', 'Two', 'Three'].map((name, at) => ({ ...first, id: `${at}`.repeat(32), name }))
let engine: FakeEngine

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => {
  useEngine.setState({ hydration: { ...aHydration(), flows } })
  engine = fakeEnginePort({
    'flow.delete': ({ id }) => ({ ...(flows.find((flow) => flow.id === id) ?? first), state: 'deleted' }),
  })
  engine.connect()
})

/** The list as the view shows it. */
function List() {
  const known = useEngine((state) => state.hydration?.flows ?? [])
  return <FlowList flows={known} chosenId={known[0]?.id ?? null} />
}

test('a deleted flow is gone with the answer, and a key that is held down deletes one flow only', async () => {
  const { all, until } = await showScreen(<List />)
  const rows = () => all('[data-flow]')
  const press = (repeat: boolean) =>
    act(async () => {
      rows()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', repeat, bubbles: true, cancelable: true }))
    })
  await press(false)
  await until(() => rows().length === 2)
  await press(true)
  await press(true)
  expect(engine.calls).toEqual([{ name: 'flow.delete', input: { id: flows[0]?.id } }])
  expect(rows().map((row) => row.textContent?.slice(0, 3))).toEqual(['Two', 'Thr'])
})
