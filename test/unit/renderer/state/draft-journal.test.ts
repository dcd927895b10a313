import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJournal, journalDelayMs, journalLongestMs } from '../../../../src/renderer/src/state/draft-journal'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aJournal() {
  const written: string[] = []
  const failures: unknown[] = []
  let failing: Error | null = null
  const journal = createJournal(
    async (name) => {
      if (failing) throw failing
      written.push(name)
    },
    (error) => failures.push(error),
  )
  return {
    journal,
    written,
    failures,
    fail: (error: Error | null) => {
      failing = error
    },
  }
}

test('it writes once, a moment after the last change', async () => {
  const { journal, written } = aJournal()
  journal.changed('a')
  await vi.advanceTimersByTimeAsync(journalDelayMs - 1)
  journal.changed('a')
  await vi.advanceTimersByTimeAsync(journalDelayMs - 1)
  expect(written).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(written).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(written).toEqual(['a'])
})

test('someone who never pauses is written all the same, so that a crash loses less than a second', async () => {
  const { journal, written } = aJournal()
  for (let passed = 0; passed < journalLongestMs; passed += 100) {
    journal.changed('a')
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(written).toEqual(['a'])
  expect(journalLongestMs).toBeLessThan(1000)
})

test('a flush writes what waits, now', async () => {
  const { journal, written } = aJournal()
  journal.changed('a')
  journal.changed('b')
  await journal.flush()
  expect(written).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(written).toEqual(['a', 'b'])
})

test('what could not be written waits for the next flush, and is told once', async () => {
  const { journal, written, failures, fail } = aJournal()
  fail(new Error('disk full'))
  journal.changed('a')
  await vi.advanceTimersByTimeAsync(journalDelayMs)
  journal.changed('b')
  await vi.advanceTimersByTimeAsync(journalDelayMs)
  expect(failures).toHaveLength(1)
  expect(journal.waiting()).toEqual(['a', 'b'])
  fail(null)
  await journal.flush()
  expect(written).toEqual(['a', 'b'])
  expect(journal.waiting()).toEqual([])
})

test('a change after a failure is written after its usual delay', async () => {
  const { journal, written, fail } = aJournal()
  fail(new Error('disk full'))
  journal.changed('a')
  await vi.advanceTimersByTimeAsync(journalDelayMs)
  fail(null)
  journal.changed('a')
  await vi.advanceTimersByTimeAsync(journalDelayMs)
  expect(written).toEqual(['a'])
})
