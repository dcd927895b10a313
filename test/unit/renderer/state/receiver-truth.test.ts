import { expect, test } from 'vitest'
import { receiverTruth } from '../../../../src/renderer/src/state/receiver-truth'
import { aHydration } from '../../../helpers/hydration'

const running = { state: 'running' } as const

test('a listening receiver names its address', () => {
  const truth = receiverTruth(aHydration(), running, null)
  expect(truth).toMatchObject({ kind: 'listening', tone: 'good', params: { host: '127.0.0.1', port: '5323' } })
})

test('HTTPS is told when it is on', () => {
  const receiver = { state: 'listening', port: 1, addresses: ['127.0.0.1'], httpsPort: 5324, httpsError: null } as const
  expect(receiverTruth(aHydration({ receiver }), running, null)).toMatchObject({
    kind: 'listening-secure',
    params: { httpsPort: '5324' },
  })
})

test('HTTP that goes on without HTTPS says why', () => {
  const httpsError = { code: 'port-in-use', params: { port: 5324 } } as const
  const receiver = { state: 'listening', port: 1, addresses: ['127.0.0.1'], httpsPort: null, httpsError } as const
  expect(receiverTruth(aHydration({ receiver }), running, null)).toMatchObject({
    kind: 'https-failed',
    tone: 'waiting',
    error: httpsError,
  })
})

test('a port in use offers the free one', () => {
  const receiver = { state: 'port-in-use', port: 5323, freePort: 5325 } as const
  expect(receiverTruth(aHydration({ receiver }), running, null)).toMatchObject({
    kind: 'port-in-use',
    freePort: 5325,
    error: { code: 'port-in-use', params: { port: 5323 } },
  })
})

test('a full disk is said before a listening receiver, a stopped engine before both', () => {
  const full = aHydration({ storage: { state: 'disk-full' } })
  expect(receiverTruth(full, running, null).kind).toBe('disk-full')
  expect(receiverTruth(full, { state: 'restarting', attempt: 2, inMs: 1000 }, null).kind).toBe('restarting')
  expect(receiverTruth(full, { state: 'gave-up' }, null).kind).toBe('gave-up')
})

test('an engine that refused to start says why', () => {
  const error = { code: 'data-folder-in-use', params: {} } as const
  expect(receiverTruth(null, { state: 'refused', error }, null)).toMatchObject({ kind: 'failed', error })
})

test('before anything is known it is starting', () => {
  expect(receiverTruth(null, running, null).kind).toBe('starting')
})
