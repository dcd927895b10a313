import { expect, test } from 'vitest'
import { certificateProblem, validity } from '../../../../../src/renderer/src/composer/answer/certificate-words'
import { failureKind, statusIntent } from '../../../../../src/renderer/src/composer/answer/intent'
import { sendPhase } from '../../../../../src/renderer/src/composer/answer/sending-view'
import { sentAsTemplate } from '../../../../../src/renderer/src/composer/answer/sent-template'
import { timingBars } from '../../../../../src/renderer/src/composer/answer/timing-bars'
import { flowUrl, historyEntry, leadText, timing } from '../../../../helpers/history-entries'

const day = 86_400_000

test('a status tells how good an answer is', () => {
  expect([null, 202, 302, 404, 502].map(statusIntent)).toEqual(['error', 'success', 'info', 'error', 'error'])
  expect(failureKind('refused')).toBe('refused')
  expect(failureKind('of-a-newer-version')).toBe('failed')
})

test('a certificate is judged in words', () => {
  expect(certificateProblem(null)).toBeNull()
  expect(certificateProblem('DEPTH_ZERO_SELF_SIGNED_CERT')).toBe('self-signed')
  expect(certificateProblem('ERR_TLS_CERT_ALTNAME_INVALID')).toBe('wrong-host')
  expect(certificateProblem('SOMETHING_NEW')).toBe('other')
  const dates = { validFrom: 10 * day, validTo: 20 * day }
  expect(validity(dates, 12.5 * day)).toEqual({ state: 'endsIn', days: 7 })
  expect(validity(dates, 22 * day)).toEqual({ state: 'ended', days: 2 })
  expect(validity(dates, 8.5 * day)).toEqual({ state: 'beginsIn', days: 2 })
})

test('the bars of the timing stand one after the other within the whole', () => {
  const bars = timingBars({ ...timing, tls: null })
  const last = bars.at(-1)
  expect(bars.find(({ name }) => name === 'tls')).toMatchObject({ ms: null, share: 0 })
  expect((last?.from ?? 0) + (last?.share ?? 0)).toBeLessThanOrEqual(1)
  for (const [at, bar] of bars.entries()) {
    const before = bars[at - 1]
    if (before) expect(bar.from).toBeCloseTo(before.from + before.share)
  }
  expect(
    timingBars({ dns: null, connect: null, tls: null, upload: null, firstByte: null, download: null, total: 0 }).every(
      ({ share }) => share === 0,
    ),
  ).toBe(true)
})

test('a send is connecting, then uploading, then waiting, then downloading', () => {
  const progress = { sent: 0, sentTotal: 100, received: 0, receivedTotal: null }
  expect(sendPhase(progress).phase).toBe('connecting')
  expect(sendPhase({ ...progress, sent: 40 })).toEqual({ phase: 'uploading', done: 40, total: 100 })
  expect(sendPhase({ ...progress, sent: 100 }).phase).toBe('waiting')
  expect(sendPhase({ ...progress, sent: 100, received: 5, receivedTotal: 50 })).toEqual({
    phase: 'downloading',
    done: 5,
    total: 50,
  })
})

test('what was sent becomes a template without variables and without the headers of the connection', () => {
  const template = sentAsTemplate(historyEntry())
  expect(template).toMatchObject({
    method: 'POST',
    url: flowUrl,
    auth: { type: 'none' },
    body: { type: 'raw', language: 'text', text: leadText },
  })
  expect(template.headers.map(({ name }) => name)).toEqual(['Content-Type'])
  const { sent, template: composed } = historyEntry()
  const binary = historyEntry({ sent: { ...sent, bodyText: null, bodySize: 9 } })
  expect(sentAsTemplate(binary).body).toEqual(composed.body)
})
