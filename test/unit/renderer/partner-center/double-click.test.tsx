// @vitest-environment happy-dom
import { defaultStreamOptions, type LeadStream } from '@shared/partner-center/lead-stream'
import type { Offer } from '@shared/partner-center/offer'
import type { Validation } from '@shared/partner-center/validation'
import { act } from 'react'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { OfferView } from '../../../../src/renderer/src/partner-center/offer-view'
import { connectBridge } from '../../../../src/renderer/src/state/bridge'
import { followPartnerCenter, usePartnerCenter } from '../../../../src/renderer/src/state/partner-center-store'
import { type FakeEngine, fakeEnginePort } from '../../../helpers/fake-engine-port'
import { showScreen } from '../../../helpers/screen'

const offer: Offer = {
  id: 'offer',
  name: 'CRM Connector',
  offerId: 'contoso.crm',
  connection: { url: 'https://flow.example/in', contactEmails: ['leads@contoso.example'] },
  validatedAt: null,
  published: false,
}
const validation: Validation = { offerId: 'offer', reason: 'validate', startedAt: 1, state: 'running', steps: [] }
const stream: LeadStream = {
  offerId: 'offer',
  options: defaultStreamOptions,
  state: 'running',
  startedAt: 1,
  endedAt: null,
  speed: 1,
  sent: 0,
  accepted: 0,
  failed: 0,
  arrived: 0,
  duplicates: 0,
  retries: 0,
  failures: [],
}
let engine: FakeEngine

beforeAll(() => {
  fakeEnginePort({})
  connectBridge()
})

beforeEach(() => {
  engine = fakeEnginePort({
    'partner-center.get': () => ({ offers: [offer], validations: [], streams: [] }),
    'offer.validate': () => {
      engine.publish({ type: 'validation-changed', validation })
      return validation
    },
    'offer.publish': () => {
      engine.publish({ type: 'offers-changed', offers: [{ ...offer, published: true }] })
      return validation
    },
    'offer.start-stream': () => {
      engine.publish({ type: 'lead-stream-changed', stream })
      return stream
    },
    'offer.stop-validation': () => null,
    'offer.unpublish': () => offer,
    'offer.stop-stream': () => null,
  })
  followPartnerCenter()
  engine.connect()
})

function View() {
  const [shown] = usePartnerCenter((state) => state.offers)
  return shown ? <OfferView offer={shown} /> : null
}

test.each([
  { name: 'Validate', becomes: 'Stop', call: 'offer.validate', published: false },
  { name: 'Publish', becomes: 'Unpublish', call: 'offer.publish', published: false },
  { name: 'Start the stream', becomes: 'Stop', call: 'offer.start-stream', published: true },
])('a double click on $name does not stop what it began', async ({ name, becomes, call, published }) => {
  const { all, until } = await showScreen(<View />)
  await until(() => all('button').length > 0)
  await act(async () => usePartnerCenter.setState({ offers: [{ ...offer, published }], validations: [], streams: [] }))
  const button = (text: string) => all('button').find(({ textContent }) => textContent?.startsWith(text))
  const click = (text: string, detail: number) =>
    act(async () => button(text)?.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true })))
  await click(name, 1)
  await until(() => button(becomes) !== undefined)
  await click(becomes, 2)
  await act(async () => undefined)
  expect(engine.calls.map((known) => known.name)).toEqual(['partner-center.get', call])
})
