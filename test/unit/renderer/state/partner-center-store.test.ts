import type { PartnerCenter } from '@shared/contract/partner-center-commands'
import { defaultStreamOptions, type LeadStream } from '@shared/partner-center/lead-stream'
import type { Offer } from '@shared/partner-center/offer'
import type { Validation } from '@shared/partner-center/validation'
import { expect, test } from 'vitest'
import {
  applyPartnerCenterEvent,
  endWithEngine,
  readAnew,
} from '../../../../src/renderer/src/state/partner-center-store'

const offer = (id: string, url: string): Offer => ({
  id,
  name: id,
  offerId: '',
  connection: { url, contactEmails: ['a@b.example'] },
  published: true,
  validatedAt: null,
})
const validation = (offerId: string, state: Validation['state']): Validation => ({
  offerId,
  reason: 'validate',
  startedAt: 1,
  state,
  steps: [],
})
const stream = (offerId: string, sent: number): LeadStream => ({
  offerId,
  options: defaultStreamOptions,
  startedAt: 1,
  state: 'running',
  endedAt: null,
  sent,
  duplicates: 0,
  retries: 0,
  accepted: 0,
  failed: 0,
  failures: [],
  arrived: null,
  speed: 1,
})
const before: PartnerCenter = {
  offers: [offer('a', 'https://a.example'), offer('b', 'https://b.example')],
  validations: [validation('a', 'passed'), validation('b', 'failed')],
  streams: [stream('a', 1), stream('b', 1)],
}

test('the latest of an offer takes the place of the one before', () => {
  const after = [
    { type: 'validation-changed', validation: validation('a', 'running') } as const,
    { type: 'lead-stream-changed', stream: stream('b', 9) } as const,
  ].reduce(applyPartnerCenterEvent, before)
  expect(after.validations.map(({ offerId, state }) => `${offerId} ${state}`).toSorted()).toEqual([
    'a running',
    'b failed',
  ])
  expect(after.streams.find(({ offerId }) => offerId === 'b')?.sent).toBe(9)
})

test('what came of an offer goes with the offer, and with its URL', () => {
  const renamed = { ...offer('a', 'https://a.example'), name: 'Other' }
  const kept = applyPartnerCenterEvent(before, { type: 'offers-changed', offers: [renamed] })
  expect(kept.validations).toEqual([validation('a', 'passed')])
  expect(kept.streams).toEqual([stream('a', 1)])
  const moved = applyPartnerCenterEvent(kept, { type: 'offers-changed', offers: [offer('a', 'https://new.example')] })
  expect(moved).toMatchObject({ validations: [], streams: [] })
})

test('a stream ends with the engine, and its numbers outlive it', () => {
  const during = { ...before, validations: [validation('a', 'running'), validation('b', 'failed')] }
  const ended = endWithEngine(during, 99)
  expect(ended.streams.every(({ state, endedAt, speed }) => state === 'stopped' && endedAt === 99 && speed === 0)).toBe(
    true,
  )
  expect(ended.validations).toEqual([validation('b', 'failed')])
  const anew = readAnew(ended, {
    offers: [offer('a', 'https://a.example')],
    validations: [validation('a', 'passed')],
    streams: [],
  })
  expect(anew.streams.map(({ offerId, sent }) => `${offerId} ${sent}`)).toEqual(['a 1'])
  expect(anew.validations).toEqual([validation('a', 'passed')])
})

test('other events change nothing', () => {
  expect(applyPartnerCenterEvent(before, { type: 'leads-reset' })).toBe(before)
})
