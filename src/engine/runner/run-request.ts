import type { SendOutcomeDetail } from '@shared/answer/answer'
import { AppError } from '@shared/app-error'
import type { CheckResult } from '@shared/request/check'
import { runChecks } from '@shared/request/run-checks'
import type { RunResult } from '@shared/runner/collection-run'
import { bytesToKeep, checkAnswer } from '../sender/check-answer'
import type { PreparedRequest } from '../sender/prepared-request'
import { capText } from '../storage/stored-text'
import { type Mask, maskCheck } from './mask-values'
import type { RunPreparer } from './prepare-run'
import type { RunnableRequest } from './runnable-request'

/** What of a `SendResult` a run looks at. */
export type SentOutcome = {
  readonly sent: { readonly method: string; readonly url: string }
  readonly outcome: SendOutcomeDetail
  readonly timing: { readonly total: number }
  readonly body: Uint8Array
}

/** `Sender['send']` as a run uses it. */
export type RunSend = (
  prepared: PreparedRequest,
  options: { readonly signal: AbortSignal; readonly keepBodyBytes: number },
) => Promise<SentOutcome>

/** Sends a request for an iteration (from 1) and checks its answer; null when it was cancelled. */
export type RequestRunner = (
  item: RunnableRequest,
  iteration: number,
  signal: AbortSignal,
) => Promise<Omit<RunResult, 'number'> | null>

const shownAnswer = 4096

/** Network failures and requests that cannot be sent are results; anything else is thrown and ends the run. */
export function createRequestRunner(prepare: RunPreparer, send: RunSend): RequestRunner {
  return async (item, iteration, signal) => {
    const { checks, mask, ...run } = prepare(item, iteration)
    const about = { iteration, requestName: item.name, folderPath: item.folderPath }
    if (run.prepared === null) return { ...about, ...notSent(item, run.error, runChecks(checks, nothing), mask) }
    try {
      const result = await send(run.prepared, { signal, keepBodyBytes: bytesToKeep(checks) })
      return { ...about, ...ended(result, checkAnswer(checks, result, mask), mask) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'cancelled') return null
      return { ...about, ...notSent(item, error, runChecks(checks, nothing), mask) }
    }
  }
}

const nothing = { status: null, headers: [], bodyText: null, durationMs: 0 } as const

type Ending = Omit<RunResult, 'number' | 'iteration' | 'requestName' | 'folderPath'>

function ended({ sent, outcome, timing }: SentOutcome, checks: readonly CheckResult[], mask: Mask): Ending {
  const shown = { method: sent.method, url: mask(sent.url), durationMs: timing.total }
  const masked = checks.map((result) => maskCheck(result, mask))
  if (outcome.kind === 'failed') {
    const { kind, code } = outcome.failure
    return { ...shown, ...unanswered, failure: kind, failureDetail: mask(code), checks: masked }
  }
  const { status, bodySize, bodyText } = outcome.answer
  const passed = checks.length > 0 ? checks.every((result) => result.passed) : status < 400
  return {
    ...shown,
    status,
    failure: null,
    failureDetail: '',
    answerSize: bodySize,
    passed,
    checks: masked,
    answerText: passed ? '' : shownText(bodyText, mask),
  }
}

const unanswered = { status: null, answerSize: 0, passed: false, answerText: '' } as const

/** `failureDetail` is for a person who looks at the report: the names of variables, the reason, the file. */
function notSent(
  { request }: RunnableRequest,
  { code, params }: AppError,
  checks: readonly CheckResult[],
  mask: Mask,
): Ending {
  const { names, detail, path } = params
  return {
    method: request.method,
    url: mask(request.url),
    durationMs: 0,
    ...unanswered,
    failure: code,
    failureDetail: mask(String(names ?? detail ?? path ?? '')),
    checks: checks.map((result) => maskCheck(result, mask)),
  }
}

/** Masked before it is cut: half a secret at the end would not be found. */
function shownText(text: string | null, mask: Mask): string {
  if (text === null) return ''
  return capText(mask(capText(text, 2 * shownAnswer)), shownAnswer)
}
