// @vitest-environment happy-dom
import { AppError } from '@shared/app-error'
import type { HistoryEntry } from '@shared/history/history'
import { beforeEach, expect, test, vi } from 'vitest'
import { type FakeHandlers, fakeEnginePort } from '../../../helpers/fake-engine-port'
import { historyEntry } from '../../../helpers/history-entries'

/** The stores of a window of its own, connected to an engine that answers like this. */
async function aWindow(handlers: FakeHandlers) {
  const engine = fakeEnginePort(handlers)
  const bridge = await import('../../../../src/renderer/src/state/bridge')
  const composer = await import('../../../../src/renderer/src/state/composer-store')
  const sends = await import('../../../../src/renderer/src/state/send-store')
  bridge.connectBridge()
  engine.connect()
  return { engine, ...composer, ...sends, stateOf: (id: string) => sends.useSends.getState().sends[id] }
}

beforeEach(() => vi.resetModules())

test('a draft is sent as it is on the screen, and its answer is kept', async () => {
  const { engine, openNewRequest, sendDraft, stateOf, useComposer } = await aWindow({
    'request.send': ({ name }) => historyEntry({ id: 41, name }),
  })
  const id = openNewRequest({ name: 'Test my flow' })
  await sendDraft(id, { allowUnresolved: true })
  expect(stateOf(id)).toMatchObject({ state: 'done', entry: { id: 41, name: 'Test my flow' } })
  expect(useComposer.getState().drafts[id]?.historyId).toBe(41)
  expect(engine.calls).toMatchObject([{ name: 'request.send', input: { allowUnresolved: true, nodeId: null } }])
})

test('while a draft is sent it is not sent again; progress is shown, and it can be stopped', async () => {
  let stop: (error: AppError) => void = () => undefined
  const { engine, openNewRequest, sendDraft, cancelSend, stateOf } = await aWindow({
    'request.send': () => new Promise<HistoryEntry>((_, reject) => (stop = reject)),
    'request.cancel': () => {
      stop(new AppError('cancelled'))
      return null
    },
  })
  const id = openNewRequest()
  const sending = sendDraft(id)
  await sendDraft(id)
  await vi.waitFor(() => expect(engine.calls).toHaveLength(1))
  const send = stateOf(id)
  if (send?.state !== 'sending') throw new Error('not sending')
  engine.publish({ type: 'send-progress', sendId: 'of another', sent: 1, sentTotal: 1, received: 1, receivedTotal: 1 })
  engine.publish({
    type: 'send-progress',
    sendId: send.sendId,
    sent: 9,
    sentTotal: 90,
    received: 0,
    receivedTotal: null,
  })
  await vi.waitFor(() => expect(stateOf(id)).toMatchObject({ progress: { sent: 9, sentTotal: 90 } }))
  cancelSend(id)
  await sending
  expect(stateOf(id)).toEqual({ state: 'failed', error: { code: 'cancelled', params: {} } })
  expect(engine.calls.filter(({ name }) => name === 'request.send')).toHaveLength(1)
  expect(engine.calls.find(({ name }) => name === 'request.cancel')?.input).toEqual({ sendId: send.sendId })
})

test('what keeps a request from being sent is told, and a closed draft lets its answer go', async () => {
  const { openNewRequest, discardDraft, sendDraft, stateOf } = await aWindow({
    'request.send': () => {
      throw new AppError('variable-unresolved', { names: 'flowUrl' })
    },
  })
  const id = openNewRequest()
  await sendDraft(id)
  expect(stateOf(id)).toMatchObject({ state: 'failed', error: { code: 'variable-unresolved' } })
  discardDraft(id)
  expect(stateOf(id)).toBeUndefined()
})

test('the last answer comes back after a restart; one that was deleted is forgotten', async () => {
  const { openNewRequest, changeDraft, loadLastAnswer, stateOf, useComposer } = await aWindow({
    'history.get': ({ id }) => {
      if (id !== 41) throw new AppError('bad-input', { detail: '' })
      return historyEntry({ id })
    },
  })
  const id = openNewRequest()
  await loadLastAnswer(id)
  expect(stateOf(id)).toBeUndefined()
  changeDraft(id, { historyId: 41 })
  await loadLastAnswer(id)
  expect(stateOf(id)).toMatchObject({ state: 'done', entry: { id: 41 } })
  changeDraft(id, { historyId: 42 })
  await loadLastAnswer(id)
  expect(useComposer.getState().drafts[id]?.historyId).toBeNull()
})

test('a draft goes to the own receiver at this computer, without its query and proxy', async () => {
  const { engine, openNewRequest, sendToMyReceiver } = await aWindow({ 'request.send': () => historyEntry() })
  const { useEngine } = await import('../../../../src/renderer/src/state/engine-store')
  const { aHydration } = await import('../../../helpers/hydration')
  const { newRequest } = await import('@shared/request/request-template')
  const id = openNewRequest({
    request: {
      ...newRequest,
      url: 'https://example.com/?a=b',
      params: [{ name: 'a', value: 'b', enabled: true, description: '' }],
      settings: { ...newRequest.settings, proxy: 'http://proxy:3128' },
    },
  })
  expect(await sendToMyReceiver(id)).toBe(false)
  useEngine.setState({ hydration: aHydration() })
  expect(await sendToMyReceiver(id)).toBe(true)
  expect(engine.calls[0]?.input).toMatchObject({
    request: {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/workflows\/.*sig=/),
      params: [],
      settings: { proxy: '' },
    },
  })
})
