import { expect, test } from 'vitest'
import { applyJobEvent, type Job } from '../../../../src/renderer/src/state/jobs-store'

const job: Job = { id: 'a', title: 'Export', done: 0, total: 10, startedAt: 0, outcome: null, fileToken: null }

test('progress and end are kept with their job', () => {
  const going = applyJobEvent({ a: job }, { type: 'job-progress', jobId: 'a', done: 4, total: 12 })
  expect(going).toEqual({ a: { ...job, done: 4, total: 12 } })
  const ended = applyJobEvent(going, { type: 'job-ended', jobId: 'a', outcome: { state: 'succeeded', count: 12 } })
  expect(ended).toEqual({ a: { ...job, done: 4, total: 12, outcome: { state: 'succeeded', count: 12 } } })
})

test('jobs of others and other events change nothing', () => {
  const jobs = { a: job }
  expect(applyJobEvent(jobs, { type: 'job-progress', jobId: 'b', done: 1, total: 2 })).toBe(jobs)
  expect(applyJobEvent(jobs, { type: 'leads-reset' })).toBe(jobs)
})
