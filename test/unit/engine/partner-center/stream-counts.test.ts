import { expect, test } from 'vitest'
import { createStreamCounts } from '../../../../src/engine/partner-center/stream-counts'

const explained = { code: 'server-error', intent: 'error', params: {} } as const

test.each([0.1, 1, 3, 50])('the speed of a stream with %d a second is that, from its second lead on', (perSecond) => {
  let now = 0
  const counts = createStreamCounts(() => now)
  const speeds: number[] = []
  for (let sent = 1; sent <= 200; sent++) {
    counts.sent('new')
    for (const part of [0, 0.5, 0.99]) {
      now = ((sent - 1 + part) * 1000) / perSecond
      if (sent > 1) speeds.push(counts.read().speed)
    }
    now = (sent * 1000) / perSecond
  }
  expect(Math.min(...speeds)).toBeCloseTo(perSecond)
  expect(Math.max(...speeds)).toBeCloseTo(perSecond)
})

test('the speed follows what changes within seconds, and falls when nothing goes out any more', () => {
  let now = 0
  const counts = createStreamCounts(() => now)
  for (; now < 4000; now += 20) counts.sent('new')
  for (; now < 8000; now += 200) counts.sent('new')
  expect(counts.read()).toMatchObject({ sent: 220, speed: 5 })
  now += 20_000
  expect(counts.read().speed).toBeLessThan(0.5)
})

test('failures of a kind are one line, the most frequent first, and never more than twenty', () => {
  const counts = createStreamCounts()
  for (let status = 500; status < 600; status++) counts.failed(status, explained)
  for (let times = 0; times < 3; times++) counts.failed(501, { ...explained, params: { times } })
  const { failures, failed } = counts.read()
  expect(failed).toBe(103)
  expect(failures).toHaveLength(20)
  expect(failures[0]).toEqual({ status: 501, explained: { ...explained, params: { times: 2 } }, count: 4 })
})
