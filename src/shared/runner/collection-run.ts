import type { AppErrorData } from '../app-error'
import type { CheckResult } from '../request/check'

/** What is run, and how. */
export type RunOptions = {
  readonly iterations: number
  readonly concurrency: number
  readonly delayMs: number
  /** Stop at the first request that fails. */
  readonly bail: boolean
}

/** `stopped`: by the user; `bailed`: at the first failure, as asked; `interrupted`: the app ended in the middle. */
export type RunState =
  | { readonly state: 'running' }
  | { readonly state: 'finished' | 'stopped' | 'bailed' | 'interrupted'; readonly endedAt: number }
  | { readonly state: 'could-not-run'; readonly endedAt: number; readonly error: AppErrorData }

export type CollectionRun = {
  readonly id: number
  readonly name: string
  readonly startedAt: number
  readonly options: RunOptions
  readonly environmentName: string | null
  readonly dataName: string | null
  readonly total: number
  readonly done: number
  /** Requests that were not answered, or of which a check failed. Without checks an answer >= 400 fails. */
  readonly failed: number
  readonly checksPassed: number
  readonly checksFailed: number
  readonly requestsPerSecond: number
  /** Milliseconds. */
  readonly averageMs: number
  readonly p95Ms: number
  readonly state: RunState
}

/** A line of the results. */
export type RunResult = {
  /** 1, 2, 3 … in the order in which they ended. */
  readonly number: number
  /** From 1. */
  readonly iteration: number
  readonly requestName: string
  readonly folderPath: string
  readonly method: string
  /** With its secret masked. */
  readonly url: string
  readonly status: number | null
  /**
   * Why nothing was answered: a kind of `SendFailure`, or an error's code where nothing was sent
   * (`variable-unresolved`, `request-not-valid`, `file-not-chosen`, `file-unreadable`); null when there is an answer.
   */
  readonly failure: string | null
  /** The system's own code (`ECONNREFUSED`), or the names that had no value; '' otherwise. */
  readonly failureDetail: string
  readonly durationMs: number
  readonly answerSize: number
  readonly passed: boolean
  readonly checks: readonly CheckResult[]
  /** The first 4 KiB of the answer, for failures only; '' otherwise. */
  readonly answerText: string
}

/** The first rows of a data file. `dataId` names the file for the run that follows. */
export type RunData = {
  readonly dataId: string
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly total: number
}

export const reportFormats = ['json', 'junit', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]
