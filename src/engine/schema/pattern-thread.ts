import { Worker } from 'node:worker_threads'
import type { JsonValue } from '@shared/json-value'
import type { Finding } from '@shared/lead/finding'
import type { FromPatternWorker, PatternJob } from './pattern-worker-wire'

export type PatternThread = {
  /** Never rejects: a check that takes too long, or whose thread dies, ends with the finding schema-check-too-slow. */
  readonly check: (schemaText: string, body: JsonValue) => Promise<readonly Finding[]>
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly job: PatternJob
  readonly since: number
  readonly resolve: (findings: readonly Finding[]) => void
}

type Running = Waiting & { readonly worker: Worker; timer: NodeJS.Timeout }

/** For starting the thread and compiling, on a busy machine; the check itself has the caller's limit. */
const startLimitMs = 10_000

/** A check that has waited this long behind slow ones is given up: its sender is waiting for an answer. */
const queueLimitMs = 2_000

/**
 * Checks bodies one after the other in a worker thread, which is started with the first check, ended when a check
 * takes longer than the limit, and started anew for the next.
 */
export function createPatternThread(options: {
  readonly workerUrl: URL
  readonly timeLimitMs: number
  /** Hears of a thread that could not be started or died; the check itself has ended with a finding. */
  readonly onFailure: (error: Error) => void
}): PatternThread {
  const queue: Waiting[] = []
  let worker: Worker | null = null
  let running: Running | null = null
  let lastJobId = 0

  function start(): Worker {
    const started = new Worker(options.workerUrl)
    // It must not keep a process alive that has nothing else to do.
    started.unref()
    started.on('message', (message: FromPatternWorker) => receive(message))
    started.on('error', (error: Error) => {
      options.onFailure(error)
      if (worker === started) abandon()
    })
    return started
  }

  function next(): void {
    while (!running) {
      const waiting = queue.shift()
      if (!waiting) return
      if (Date.now() - waiting.since > queueLimitMs) {
        waiting.resolve([tooSlow(queueLimitMs)])
        continue
      }
      worker ??= start()
      running = { ...waiting, worker, timer: setTimeout(abandon, startLimitMs) }
      worker.postMessage(waiting.job)
    }
  }

  function receive(message: FromPatternWorker): void {
    if (!running || message.jobId !== running.job.jobId) return
    clearTimeout(running.timer)
    if (message.kind === 'started') {
      running.timer = setTimeout(abandon, options.timeLimitMs)
      return
    }
    running.resolve(message.findings)
    running = null
    next()
  }

  function abandon(): void {
    void worker?.terminate()
    worker = null
    if (running) {
      clearTimeout(running.timer)
      running.resolve([tooSlow(options.timeLimitMs)])
      running = null
    }
    next()
  }

  return {
    check: (schemaText, body) =>
      new Promise((resolve) => {
        queue.push({ job: { jobId: ++lastJobId, schemaText, body }, since: Date.now(), resolve })
        next()
      }),
    close: async () => {
      for (const waiting of queue.splice(0)) waiting.resolve([tooSlow(queueLimitMs)])
      const last = worker
      abandon()
      await last?.terminate()
    },
  }
}

function tooSlow(limitMs: number): Finding {
  return { severity: 'warning', code: 'schema-check-too-slow', pointer: '', params: { limitMs } }
}
