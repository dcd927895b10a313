import type { RunOptions, RunResult } from '@shared/runner/collection-run'
import { describe, expect, test } from 'vitest'
import { runCollection } from '../../../../src/engine/runner/run-collection'
import type { RequestRunner } from '../../../../src/engine/runner/run-request'
import { runnable } from '../../../helpers/runnable'

const once: RunOptions = { iterations: 1, concurrency: 1, delayMs: 0, bail: false }
const requests = ['a', 'b', 'c'].map((name) => runnable(`http://127.0.0.1/${name}`, { name }))

type Answer = Awaited<ReturnType<RequestRunner>>

function resultOf(name: string, iteration: number, passed = true): Answer {
  return {
    iteration,
    requestName: name,
    folderPath: '',
    method: 'GET',
    url: '',
    status: passed ? 200 : 500,
    failure: null,
    failureDetail: '',
    durationMs: 1,
    answerSize: 0,
    passed,
    checks: [],
    answerText: '',
  }
}

/** A sender by hand: each request waits until the test answers it by its name. */
function heldRequests() {
  const begun: string[] = []
  const waiting = new Map<string, (answer: Answer) => void>()
  const watchers = new Map<string, () => void>()
  const runRequest: RequestRunner = (item, iteration, signal) => {
    const key = `${item.name}${iteration}`
    begun.push(key)
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(null))
      waiting.set(key, resolve)
      watchers.get(key)?.()
    })
  }
  return {
    begun,
    runRequest,
    until: (key: string) => new Promise<void>((resolve) => (waiting.has(key) ? resolve() : watchers.set(key, resolve))),
    answer: (key: string, passed = true) => waiting.get(key)?.(resultOf(key.slice(0, 1), Number(key.slice(1)), passed)),
  }
}

function run(options: Partial<RunOptions>, runRequest: RequestRunner, signal = new AbortController().signal) {
  const results: RunResult[] = []
  const end = runCollection({
    requests,
    options: { ...once, ...options },
    runRequest,
    signal,
    onResult: (result) => void results.push(result),
  })
  return { end, results, names: () => results.map((result) => `${result.requestName}${result.iteration}`) }
}

const atOnce: RequestRunner = async (item, iteration) => resultOf(item.name, iteration)

test('the requests go out in their order, iteration after iteration, and are numbered', async () => {
  const { end, results, names } = run({ iterations: 2 }, atOnce)
  expect(await end).toBe('finished')
  expect(names()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2'])
  expect(results.map((result) => result.number)).toEqual([1, 2, 3, 4, 5, 6])
})

test('as many are on their way as asked for, and results are numbered as they end', async () => {
  const held = heldRequests()
  const { end, names } = run({ iterations: 2, concurrency: 2 }, held.runRequest)
  expect(held.begun).toEqual(['a1', 'b1'])
  held.answer('b1')
  await held.until('c1')
  expect(held.begun).toEqual(['a1', 'b1', 'c1'])
  held.answer('a1')
  await held.until('a2')
  for (const key of ['c1', 'a2', 'b2', 'c2']) {
    await held.until(key)
    held.answer(key)
  }
  expect(await end).toBe('finished')
  expect(names()).toEqual(['b1', 'a1', 'c1', 'a2', 'b2', 'c2'])
})

describe('bail', () => {
  test('nothing begins after the first failure', async () => {
    const fails: RequestRunner = async (item, iteration) => resultOf(item.name, iteration, item.name !== 'b')
    const { end, names } = run({ iterations: 5, bail: true }, fails)
    expect(await end).toBe('bailed')
    expect(names()).toEqual(['a1', 'b1'])
  })

  test('what was already sent is waited for and counts', async () => {
    const held = heldRequests()
    const { end, names } = run({ iterations: 5, concurrency: 3, bail: true }, held.runRequest)
    held.answer('a1', false)
    held.answer('c1')
    held.answer('b1', false)
    expect(await end).toBe('bailed')
    expect(names()).toEqual(['a1', 'c1', 'b1'])
    expect(held.begun).toEqual(['a1', 'b1', 'c1'])
  })

  test('without it a failure changes nothing', async () => {
    const fails: RequestRunner = async (item, iteration) => resultOf(item.name, iteration, false)
    const { end, results } = run({}, fails)
    expect(await end).toBe('finished')
    expect(results).toHaveLength(3)
  })
})

describe('stop', () => {
  test('gives up what is on its way, and that has no result', async () => {
    const held = heldRequests()
    const stop = new AbortController()
    const { end, names } = run({ iterations: 9, concurrency: 2 }, held.runRequest, stop.signal)
    held.answer('a1')
    await held.until('c1')
    stop.abort()
    expect(await end).toBe('stopped')
    expect(names()).toEqual(['a1'])
  })

  test('before the beginning nothing is sent', async () => {
    const { end, results } = run({}, atOnce, AbortSignal.abort())
    expect(await end).toBe('stopped')
    expect(results).toEqual([])
  })

  test('ends a pause at once', async () => {
    const stop = new AbortController()
    const oneThenStop: RequestRunner = async (item, iteration) => {
      // Stopped while the lane is in its pause of an hour: only the abort can end it.
      setImmediate(() => stop.abort())
      return resultOf(item.name, iteration)
    }
    const { end, names } = run({ delayMs: 3_600_000 }, oneThenStop, stop.signal)
    expect(await end).toBe('stopped')
    expect(names()).toEqual(['a1'])
  })
})

test('the delay lies between two requests of a lane', async () => {
  const times: number[] = []
  const timed: RequestRunner = async (item, iteration) => {
    times.push(performance.now())
    return resultOf(item.name, iteration)
  }
  await run({ delayMs: 30 }, timed).end
  const gaps = [1, 2].map((at) => (times[at] ?? 0) - (times[at - 1] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(29)
})

test('there is no delay after the last request', async () => {
  const end = await runCollection({
    requests: requests.slice(0, 1),
    options: { ...once, delayMs: 3_600_000 },
    runRequest: atOnce,
    signal: new AbortController().signal,
    onResult: () => {},
  })
  expect(end).toBe('finished')
})

test('a lane waits until its result is taken', async () => {
  const taken: string[] = []
  let begun = 0
  const counted: RequestRunner = async (item, iteration) => {
    // One more than was taken: a sink that is slow slows the run.
    expect(begun++).toBe(taken.length)
    return resultOf(item.name, iteration)
  }
  const end = await runCollection({
    requests,
    options: { ...once, iterations: 3 },
    runRequest: counted,
    signal: new AbortController().signal,
    onResult: async (result) => {
      await new Promise((resolve) => setImmediate(resolve))
      taken.push(result.requestName)
    },
  })
  expect(end).toBe('finished')
  expect(taken).toHaveLength(9)
})

test('an unexpected error ends the other lanes and is thrown', async () => {
  const held = heldRequests()
  const broken: RequestRunner = (item, iteration, signal) =>
    item.name === 'b' ? Promise.reject(new Error('out of order')) : held.runRequest(item, iteration, signal)
  const { end } = run({ concurrency: 3 }, broken)
  await expect(end).rejects.toThrow('out of order')
})
