// @vitest-environment happy-dom
import { AppError } from '@shared/app-error'
import type { Connection } from '@shared/connection/connection'
import { act } from 'react'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ConnectionForm } from '../../../../../src/renderer/src/flows/connections/connection-form'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { useConnectionDrafts } from '../../../../../src/renderer/src/state/connection-drafts-store'
import { useConnections } from '../../../../../src/renderer/src/state/connections-store'
import { type FakeEngine, fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { type Screen, showScreen } from '../../../../helpers/screen'

const connection: Connection = {
  id: 'crm',
  name: 'CRM',
  settings: { kind: 'hubspot', url: 'https://crm.example' },
  hasSecret: true,
}
let engine: FakeEngine
let isRefused = false

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => {
  useConnectionDrafts.setState({ drafts: {} })
  engine = fakeEnginePort({
    'connection.change': ({ name }) => {
      if (isRefused) throw new AppError('storage-failed', { detail: 'broken' })
      return { ...connection, name: name.trim() }
    },
    'connection.try': () => ({ ok: true }),
  })
  engine.connect()
})

/** Types over the connection's name. */
async function rename({ all }: Screen, name: string): Promise<void> {
  const [input] = all('input')
  if (!(input instanceof HTMLInputElement)) throw new Error('The form has a name')
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, name)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const names = () => engine.calls.map(({ name }) => name)

test('a connection that could not be saved is not tried as it was before', async () => {
  isRefused = true
  const screen = await showScreen(<ConnectionForm connection={connection} onDeleted={() => undefined} />)
  await rename(screen, 'Another')
  await screen.click(screen.find('button', 'Try'))
  await screen.until(() => screen.text().includes('storage-failed'))
  expect(names()).toEqual(['connection.change'])
})

test('what the engine made of a name is no change that waits to be saved', async () => {
  isRefused = false
  useConnections.setState({ connections: [connection] })
  function Form() {
    const [known] = useConnections((state) => state.connections) ?? []
    return known ? <ConnectionForm connection={known} onDeleted={() => undefined} /> : null
  }
  const screen = await showScreen(<Form />)
  await rename(screen, 'Another ')
  expect(screen.text()).toContain('Not saved yet')
  await screen.click(screen.find('button', 'Save'))
  await screen.until(() => !screen.text().includes('Not saved yet'))
  expect(names()).toEqual(['connection.change'])
})

test('what was changed is saved, then tried', async () => {
  isRefused = false
  const screen = await showScreen(<ConnectionForm connection={connection} onDeleted={() => undefined} />)
  await rename(screen, 'Another')
  await screen.click(screen.find('button', 'Try'))
  await engine.called((name) => name === 'connection.try')
  expect(names()).toEqual(['connection.change', 'connection.try'])
})

test.each([
  ['none', 'ada', true],
  ['none', ' ', false],
  ['starttls', 'ada', false],
] as const)(
  'encryption %s with the user name “%s”: is it said that the password travels readable? %s',
  async (security, user, isWarned) => {
    const settings = { kind: 'smtp', host: 'localhost', port: 25, security, user, from: '', verifyTls: true } as const
    const screen = await showScreen(
      <ConnectionForm connection={{ ...connection, settings }} onDeleted={() => undefined} />,
    )
    expect(screen.text().includes('travel readable')).toBe(isWarned)
  },
)
