import type { EngineEvent, JobOutcome } from '@shared/contract/engine-events'
import { create } from 'zustand'
import { onEngineConnected, onEngineEvents } from './bridge'

/** A long work of the engine (an export), by its events. */
export type Job = {
  readonly id: string
  /** What it does, translated, e.g. "Exporting 1,200 leads to leads.csv". */
  readonly title: string
  readonly done: number
  readonly total: number
  readonly startedAt: number
  readonly outcome: JobOutcome | null
  /** Token of the file it writes, to show the folder afterwards. */
  readonly fileToken: string | null
}

type Jobs = Readonly<Record<string, Job>>

export const useJobs = create<{ readonly jobs: Jobs }>(() => ({ jobs: {} }))

/** Events of jobs that the window has not been told the id of yet: the first event can overtake the answer. */
const early = new Map<string, EngineEvent[]>()

/** Follows a job that a command has started; its progress is shown as a toast with Cancel. */
export function trackJob(id: string, title: string, total: number, fileToken: string | null): void {
  const job: Job = { id, title, done: 0, total, startedAt: Date.now(), outcome: null, fileToken }
  const known = (early.get(id) ?? []).reduce(applyJobEvent, { [id]: job })
  early.delete(id)
  useJobs.setState(({ jobs }) => ({ jobs: { ...jobs, ...known } }))
}

/** Forgets a job whose end has been shown. */
export function forgetJob(id: string): void {
  useJobs.setState(({ jobs }) => ({ jobs: Object.fromEntries(Object.entries(jobs).filter(([key]) => key !== id)) }))
}

/** Pure: the jobs after an event; events of other kinds and of unknown jobs change nothing. */
export function applyJobEvent(jobs: Jobs, event: EngineEvent): Jobs {
  if (event.type !== 'job-progress' && event.type !== 'job-ended') return jobs
  const job = jobs[event.jobId]
  if (!job) return jobs
  const changed =
    event.type === 'job-ended' ? { ...job, outcome: event.outcome } : { ...job, done: event.done, total: event.total }
  return { ...jobs, [job.id]: changed }
}

/** Connects the store to the engine; called once at the start of the window. A new engine knows no jobs of the old one. */
export function followJobs(): void {
  onEngineConnected(() => {
    useJobs.setState(({ jobs }) => ({
      jobs: Object.fromEntries(
        Object.entries(jobs).map(([id, job]) => [
          id,
          job.outcome
            ? job
            : { ...job, outcome: { state: 'failed', error: { code: 'engine-stopped', params: {} } } as const },
        ]),
      ),
    }))
  })
  onEngineEvents((events) => {
    for (const event of events) {
      if (event.type !== 'job-progress' && event.type !== 'job-ended') continue
      if (event.jobId in useJobs.getState().jobs) continue
      early.set(event.jobId, [...(early.get(event.jobId) ?? []), event])
    }
    useJobs.setState(({ jobs }) => ({ jobs: events.reduce(applyJobEvent, jobs) }))
  })
}
