import { defaultSettings } from '@shared/settings'
import { expect, test } from 'vitest'
import { flowAddress } from '../../../../src/renderer/src/state/flow-address'
import { aHydration } from '../../../helpers/hydration'

const signature = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde'

test('the local URL has the real port and the whole signature; the masked one has no secret', () => {
  const receiver = {
    state: 'listening',
    port: 6001,
    addresses: ['127.0.0.1'],
    httpsPort: null,
    httpsError: null,
  } as const
  const address = flowAddress(aHydration({ receiver }), defaultSettings)
  expect(address?.url).toMatch(/^http:\/\/127\.0\.0\.1:6001\/workflows\//)
  expect(address?.url.endsWith(`&sig=${signature}`)).toBe(true)
  expect(address?.masked).not.toContain(signature)
})

test('public needs an address; without one the URL stays local', () => {
  const settings = { ...defaultSettings, urlBase: 'public' } as const
  expect(flowAddress(aHydration(), settings)?.isPublic).toBe(false)
  const address = flowAddress(aHydration(), { ...settings, publicBaseUrl: 'https://abc.example' })
  expect(address?.isPublic).toBe(true)
  expect(address?.url).toMatch(/^https:\/\/abc\.example\/workflows\//)
})

test('a flow for one tenant has no signature in its URL', () => {
  const [flow] = aHydration().flows
  if (!flow) throw new Error('the builder has a flow')
  const address = flowAddress(aHydration({ flows: [{ ...flow, triggeredBy: 'tenant' }] }), defaultSettings)
  expect(address?.url).not.toContain('sig=')
})

test('nothing is known before the engine is', () => {
  expect(flowAddress(null, defaultSettings)).toBeNull()
})
