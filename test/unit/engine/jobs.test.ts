import { AppError } from '@shared/app-error'
import type { EngineEvent } from '@shared/contract/engine-events'
import { describe, expect, it } from 'vitest'
import { createJobs } from '../../../src/engine/jobs'

function recordingJobs() {
  const events: EngineEvent[] = []
  return { events, jobs: createJobs((event) => events.push(event)) }
}

describe('jobs', () => {
  it('tell of their progress and their end', async () => {
    const { events, jobs } = recordingJobs()
    const jobId = jobs.start(async (_signal, onProgress) => {
      onProgress(1, 2)
      return 2
    })
    await jobs.close()
    expect(events).toEqual([
      { type: 'job-progress', jobId, done: 1, total: 2 },
      { type: 'job-ended', jobId, outcome: { state: 'succeeded', count: 2 } },
    ])
  })

  it('can be cancelled', async () => {
    const { events, jobs } = recordingJobs()
    const jobId = jobs.start(
      (signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new AppError('cancelled')))),
    )
    jobs.cancel(jobId)
    await jobs.close()
    expect(events).toEqual([{ type: 'job-ended', jobId, outcome: { state: 'cancelled' } }])
  })

  it('say why they failed', async () => {
    const { events, jobs } = recordingJobs()
    jobs.start(() => Promise.reject(new AppError('disk-full')))
    await jobs.close()
    expect(events).toMatchObject([{ outcome: { state: 'failed', error: { code: 'disk-full' } } }])
  })
})
