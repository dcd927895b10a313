import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { createAnswerCollector } from '../../../../src/engine/sender/answer-collector'

const response = () => new IncomingMessage(new Socket())

it('puts the pieces together, and keeps no more than was asked for', () => {
  const collector = createAnswerCollector(response(), 7)
  for (const piece of ['one', 'two', 'three']) collector.add(Buffer.from(piece))
  expect(collector.bytes().toString()).toBe('onetwot')
  expect(collector.size()).toBe(11)
  expect(createAnswerCollector(response(), 7).bytes().byteLength).toBe(0)
})

it('does not change the piece that it was given', () => {
  const first = Buffer.from('first')
  const collector = createAnswerCollector(response(), 100)
  collector.add(first)
  collector.add(Buffer.from('second'))
  expect([first.toString(), collector.bytes().toString()]).toEqual(['first', 'firstsecond'])
})

it('holds millions of tiny pieces in little more than their bytes', () => {
  const collector = createAnswerCollector(response(), 100_000_000)
  const before = process.memoryUsage()
  const piece = Buffer.from('x')
  for (let at = 0; at < 4_000_000; at++) collector.add(piece)
  const after = process.memoryUsage()
  expect(collector.size()).toBe(4_000_000)
  expect(collector.bytes().byteLength).toBe(4_000_000)
  // Kept one by one they took more than 400 MB.
  expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(150_000_000)
})
