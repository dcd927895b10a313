// @vitest-environment happy-dom
import type { CrmRecord } from '@shared/run/rehearsal'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { CrmRecords } from '../../../../../src/renderer/src/flows/rehearsal/crm-records'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { type FakeEngine, fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { type Screen, showScreen } from '../../../../helpers/screen'

let engine: FakeEngine
let records: readonly CrmRecord[] = []

const recordOf = (id: number): CrmRecord => ({
  id,
  flowName: 'Leads',
  runId: 1,
  system: 'dataverse',
  createdAt: id,
  columns: [{ name: 'lastname', value: `Person ${id}` }],
})
const recordsOf = (newest: number) => Array.from({ length: newest }, (_, at) => recordOf(newest - at))

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => {
  engine = fakeEnginePort({
    'crm-record.page': ({ before, limit }) =>
      records.filter(({ id }) => before === null || id < before).slice(0, limit),
  })
  engine.connect()
})

const read = ({ all }: Screen) => all('h3')[0]?.textContent
const isListed = ({ all }: Screen, id: number) =>
  all('td button').some(({ textContent }) => textContent === `Person ${id}`)

test('what is read stays when a newer record comes, though nothing was chosen', async () => {
  records = recordsOf(2)
  const screen = await showScreen(<CrmRecords onEmpty={() => undefined} />)
  await screen.until(() => read(screen) === 'Person 2')
  records = recordsOf(3)
  engine.publish({ type: 'rehearsal-changed' })
  await screen.until(() => isListed(screen, 3))
  expect(read(screen)).toBe('Person 2')
})

test('the oldest of a full page stays when newer ones come', async () => {
  records = recordsOf(100)
  const screen = await showScreen(<CrmRecords onEmpty={() => undefined} />)
  await screen.until(() => isListed(screen, 1))
  const oldest = screen.all('td button').find(({ textContent }) => textContent === 'Person 1')
  if (!oldest) throw new Error('The oldest is listed')
  await screen.click(oldest)
  records = recordsOf(101)
  engine.publish({ type: 'rehearsal-changed' })
  await screen.until(() => isListed(screen, 101))
  expect(read(screen)).toBe('Person 1')
})

test('what was cleared goes', async () => {
  records = recordsOf(2)
  const screen = await showScreen(<CrmRecords onEmpty={() => undefined} />)
  await screen.until(() => isListed(screen, 1))
  records = []
  engine.publish({ type: 'rehearsal-changed' })
  await screen.until(() => !isListed(screen, 1))
  expect(read(screen)).toBeUndefined()
})
