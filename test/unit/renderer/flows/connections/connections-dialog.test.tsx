// @vitest-environment happy-dom
import { AppError } from '@shared/app-error'
import type { Connection } from '@shared/connection/connection'
import { act } from 'react'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ConnectionsDialog } from '../../../../../src/renderer/src/flows/connections/connections-dialog'
import { connectBridge } from '../../../../../src/renderer/src/state/bridge'
import { useConnectionDrafts } from '../../../../../src/renderer/src/state/connection-drafts-store'
import { useConnections } from '../../../../../src/renderer/src/state/connections-store'
import { type FakeEngine, fakeEnginePort } from '../../../../helpers/fake-engine-port'
import { type Screen, showScreen } from '../../../../helpers/screen'

const known: readonly Connection[] = ['First', 'Second'].map((name) => ({
  id: name,
  name,
  settings: { kind: 'hubspot', url: 'https://crm.example' },
  hasSecret: false,
}))
let engine: FakeEngine
let isRefused = false
let isClosed = false

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => {
  isRefused = false
  isClosed = false
  useConnectionDrafts.setState({ drafts: {} })
  useConnections.setState({ connections: known })
  engine = fakeEnginePort({
    'connection.list': () => known,
    'connection.change': ({ id, name, settings }) => {
      if (isRefused) throw new AppError('storage-failed', { detail: 'broken' })
      return { id, name, settings, hasSecret: true }
    },
  })
  engine.connect()
})

const secret = 'a secret of the draft'

/** Opens the dialog, writes a secret into the first connection and goes to the second. */
async function leaveUnsaved(): Promise<Screen> {
  const screen = await showScreen(<ConnectionsDialog kind={null} onClose={() => (isClosed = true)} />)
  const [input] = screen.all('input[type="password"]')
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, secret)
    input?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await screen.click(screen.find('button', 'Second'))
  return screen
}

const written = ({ all }: Screen) =>
  all('input[type="password"]').map((input) => input instanceof HTMLInputElement && input.value)
const changes = () => engine.calls.filter(({ name }) => name === 'connection.change').length

test('what is written stays while another connection is shown, marked, and nowhere but in memory', async () => {
  const screen = await leaveUnsaved()
  expect(written(screen)).toEqual([''])
  expect(screen.find('button', 'First').textContent).toContain('Not saved yet')
  await screen.click(screen.find('button', 'First'))
  expect(written(screen)).toEqual([secret])
  expect(JSON.stringify({ ...localStorage })).not.toContain(secret)
  expect(screen.text()).not.toContain(secret)
})

test('closing asks; the edits can be kept, thrown away or saved', async () => {
  const screen = await leaveUnsaved()
  await screen.click(screen.find('button', 'Close'))
  expect(screen.text()).toContain('“First”')
  await screen.click(screen.find('button', 'Keep editing'))
  expect(isClosed).toBe(false)
  expect(screen.text()).toContain('Not saved yet')

  await screen.click(screen.find('button', 'Close'))
  await screen.click(screen.find('button', 'Discard'))
  expect(isClosed).toBe(true)
  expect(changes()).toBe(0)
  expect(screen.find('button', 'First').textContent).not.toContain('Not saved yet')
})

/** *Save* of the question, which is in front. */
const saveAll = ({ all, click }: Screen) => {
  const save = all('[role="alertdialog"] button').find(({ textContent }) => textContent === 'Save')
  if (!save) throw new Error('It asks')
  return click(save)
}

test('Save in the question saves and closes; what cannot be saved stays', async () => {
  const screen = await leaveUnsaved()
  await screen.click(screen.find('button', 'Close'))
  isRefused = true
  await saveAll(screen)
  await screen.until(() => screen.text().includes('storage-failed'))
  expect(isClosed).toBe(false)
  isRefused = false
  await saveAll(screen)
  await screen.until(() => isClosed)
  expect(screen.find('button', 'First').textContent).not.toContain('Not saved yet')
  expect(changes()).toBe(2)
})
