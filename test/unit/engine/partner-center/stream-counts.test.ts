import { expect, test } from 'vitest'
import { createStreamCounts } from '../../../../src/engine/partner-center/stream-counts'

const explained = { code: 'server-error', intent: 'error', params: {} } as const

test('the speed is that of the last two seconds', () => {
  let now = 0
  const counts = createStreamCounts(() => now)
  for (; now < 4000; now += 100) counts.sent('new')
  expect(counts.read()).toMatchObject({ sent: 40, speed: 10 })
  now += 5000
  expect(counts.read().speed).toBe(0)
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
