import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { RunOptions, RunResult } from '@shared/runner/collection-run'
import type { RequestRunner } from './run-request'
import type { RunnableRequest } from './runnable-request'

export type RunOrder = {
  readonly requests: readonly RunnableRequest[]
  readonly options: RunOptions
  readonly runRequest: RequestRunner
  /** Stops the run: what is on its way is given up and has no result. */
  readonly signal: AbortSignal
  /** Takes each result as it comes; the lane waits for it, so a slow sink slows the run instead of filling the memory. */
  readonly onResult: (result: RunResult) => void | Promise<void>
}

export type RunEnd = 'finished' | 'stopped' | 'bailed'

/**
 * Sends the requests in their order, iteration after iteration. `concurrency` lanes take the next one each; `delayMs` is
 * between the end of a request and the next one of its lane. With `bail` nothing new begins after the first failure; what
 * was already sent is waited for. Keeps nothing: memory does not grow with the number of requests.
 * @throws what `runRequest` or `onResult` throw, after the other lanes have ended
 */
export async function runCollection(order: RunOrder): Promise<RunEnd> {
  const { requests, options, runRequest, onResult } = order
  const total = requests.length * options.iterations
  /** Ends the pauses and keeps new requests from beginning. */
  const halt = new AbortController()
  /** Gives up what is on its way. */
  const cancel = new AbortController()
  for (const { signal } of [halt, cancel]) setMaxListeners(0, signal)
  let next = 0
  let number = 0
  let bailed = false

  function stop(): void {
    halt.abort()
    cancel.abort()
  }

  async function lane(): Promise<void> {
    while (!halt.signal.aborted && next < total) {
      const at = next++
      const item = requests[at % requests.length]
      if (!item) return
      const iteration = Math.floor(at / requests.length) + 1
      const result = await runRequest(item, iteration, cancel.signal)
      if (result === null) return
      number += 1
      await onResult({ number, ...result })
      if (options.bail && !result.passed) {
        bailed = true
        halt.abort()
      }
      if (options.delayMs > 0 && next < total) await delay(options.delayMs, halt.signal)
    }
  }

  if (order.signal.aborted) return 'stopped'
  order.signal.addEventListener('abort', stop)
  try {
    const lanes = Array.from({ length: Math.min(options.concurrency, total) }, () =>
      lane().catch((error: unknown) => {
        stop()
        throw error
      }),
    )
    const failed = (await Promise.allSettled(lanes)).find((ended) => ended.status === 'rejected')
    if (failed) throw failed.reason
  } finally {
    order.signal.removeEventListener('abort', stop)
  }
  if (order.signal.aborted && number < total) return 'stopped'
  return bailed ? 'bailed' : 'finished'
}

async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
    // Halted: the lane sees it by itself.
    if (!signal.aborted) throw error
  })
}
