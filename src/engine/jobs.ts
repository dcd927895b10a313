import { randomUUID } from 'node:crypto'
import { AppError, toErrorData } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'

export type Jobs = {
  /** Starts long work and returns at once; its progress and end are published as events. */
  readonly start: (
    work: (signal: AbortSignal, onProgress: (done: number, total: number) => void) => Promise<number>,
  ) => string
  readonly cancel: (jobId: string) => void
  /** Cancels all that runs and waits for it. */
  readonly close: () => Promise<void>
}

/** Long work that the user can watch and cancel. `work` resolves with a count, e.g. of the leads written. */
export function createJobs(publish: (event: EngineEvent) => void): Jobs {
  const running = new Map<string, { readonly abort: AbortController; readonly ended: Promise<void> }>()

  return {
    start(work) {
      const jobId = randomUUID()
      const abort = new AbortController()
      const ended = work(abort.signal, (done, total) => publish({ type: 'job-progress', jobId, done, total }))
        .then((count) => publish({ type: 'job-ended', jobId, outcome: { state: 'succeeded', count } }))
        .catch((error: unknown) => {
          const cancelled = error instanceof AppError && error.code === 'cancelled'
          publish({
            type: 'job-ended',
            jobId,
            outcome: cancelled ? { state: 'cancelled' } : { state: 'failed', error: toErrorData(error) },
          })
        })
        .finally(() => running.delete(jobId))
      running.set(jobId, { abort, ended })
      return jobId
    },
    cancel(jobId) {
      running.get(jobId)?.abort.abort()
    },
    async close() {
      for (const job of running.values()) job.abort.abort()
      await Promise.all([...running.values()].map((job) => job.ended))
    },
  }
}
