import { type Answer, answerPreviewBytes, type SendOutcomeDetail } from '@shared/answer/answer'
import { AppError } from '@shared/app-error'
import { headerValue } from '@shared/http/header-pair'
import { runChecks } from '@shared/request/run-checks'
import type { RunResult } from '@shared/runner/collection-run'
import { bodyText as decodeBody } from '../sender/answer-body'
import type { PreparedRequest } from '../sender/prepared-request'
import { capText } from '../storage/stored-text'
import { type Mask, maskCheck } from './mask-values'
import type { PreparedRun, RunPreparer } from './prepare-run'
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
/** One more than the preview, which then ends with a whole character. */
const keptAnswer = answerPreviewBytes + 1
/** Checks look into the JSON of at most this much. */
const checkedAnswer = 32 * 1024 * 1024

/** Network failures and requests that cannot be sent are results; anything else is thrown and ends the run. */
export function createRequestRunner(prepare: RunPreparer, send: RunSend): RequestRunner {
  return async (item, iteration, signal) => {
    const run = prepare(item, iteration)
    const { method, url } = item.request
    if (run.prepared === null) return resultOf(item, iteration, run, { method, url }, 0, notSent(run.error))
    try {
      const keepBodyBytes = run.checks.some(looksIntoBody) ? checkedAnswer : keptAnswer
      const { sent, outcome, timing, body } = await send(run.prepared, { signal, keepBodyBytes })
      return resultOf(item, iteration, run, sent, timing.total, ended(outcome, body))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'cancelled') return null
      return resultOf(item, iteration, run, { method, url }, 0, notSent(error))
    }
  }
}

function looksIntoBody(check: PreparedRun['checks'][number]): boolean {
  return check.enabled && (check.type === 'json-equals' || check.type === 'json-exists')
}

type Ended = {
  readonly answer: Answer | null
  readonly bodyText: string | null
  readonly failure: string | null
  readonly failureDetail: string
}

function ended(outcome: SendOutcomeDetail, body: Uint8Array): Ended {
  if (outcome.kind === 'failed') {
    const { kind, code } = outcome.failure
    return { answer: null, bodyText: null, failure: kind, failureDetail: code }
  }
  const { answer } = outcome
  // The preview is cut in the middle of a long JSON: the checks read the whole.
  const bodyText =
    answer.bodyTruncated && body.byteLength > keptAnswer
      ? decodeBody(body, headerValue(answer.headers, 'content-type'), body.byteLength)
      : answer.bodyText
  return { answer, bodyText, failure: null, failureDetail: '' }
}

/** For a person who looks at the report: the names of variables, the reason, the file. */
function notSent({ code, params }: AppError): Ended {
  const { names, detail, path } = params
  return { answer: null, bodyText: null, failure: code, failureDetail: String(names ?? detail ?? path ?? '') }
}

function resultOf(
  item: RunnableRequest,
  iteration: number,
  { checks, mask }: PreparedRun,
  sent: { readonly method: string; readonly url: string },
  durationMs: number,
  { answer, bodyText, failure, failureDetail }: Ended,
): Omit<RunResult, 'number'> {
  const status = answer?.status ?? null
  const found = runChecks(checks, { status, headers: answer?.headers ?? [], bodyText, durationMs })
  const passed = found.length > 0 ? found.every((result) => result.passed) : status !== null && status < 400
  return {
    iteration,
    requestName: item.name,
    folderPath: item.folderPath,
    method: sent.method,
    url: mask(sent.url),
    status,
    failure,
    failureDetail: mask(failureDetail),
    durationMs,
    answerSize: answer?.bodySize ?? 0,
    passed: passed && failure === null,
    checks: found.map((result) => maskCheck(result, mask)),
    answerText: passed && failure === null ? '' : shownText(bodyText, mask),
  }
}

/** Masked before it is cut: half a secret at the end would not be found. */
function shownText(text: string | null, mask: Mask): string {
  if (text === null) return ''
  return capText(mask(capText(text, 2 * shownAnswer)), shownAnswer)
}
