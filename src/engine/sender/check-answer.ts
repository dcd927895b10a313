import type { SendOutcomeDetail } from '@shared/answer/answer'
import { answerPreviewBytes } from '@shared/answer/answer'
import { headerValue } from '@shared/http/header-pair'
import type { Check, CheckResult } from '@shared/request/check'
import { runChecks } from '@shared/request/run-checks'
import { bodyText } from './answer-body'

/** Checks look into at most this much JSON, in bytes. */
const checkedBytes = 32 * 1024 * 1024

/** How much of an answer's body has to be kept for its checks and its preview, in bytes. */
export function bytesToKeep(checks: readonly Check[]): number {
  return checks.some(looksIntoBody) ? checkedBytes : answerPreviewBytes
}

/**
 * Runs a request's checks on what came of it.
 * @param checks with their variables filled in
 * @param mask hides secrets in what was found
 */
export function checkAnswer(
  checks: readonly Check[],
  result: {
    readonly outcome: SendOutcomeDetail
    readonly timing: { readonly total: number }
    readonly body: Uint8Array
  },
  mask?: (text: string) => string,
): readonly CheckResult[] {
  const { outcome, body } = result
  const durationMs = result.timing.total
  if (outcome.kind === 'failed') return runChecks(checks, { status: null, headers: [], bodyText: null, durationMs })
  const { answer } = outcome
  const { status, headers } = answer
  // The preview is cut in the middle of a long JSON: the checks read the whole.
  const text =
    answer.bodyTruncated && checks.some(looksIntoBody)
      ? bodyText(body, headerValue(headers, 'content-type'), checkedBytes, body.byteLength < answer.bodySize)
      : answer.bodyText
  return runChecks(checks, { status, headers, bodyText: text, durationMs }, mask)
}

function looksIntoBody(check: Check): boolean {
  return check.enabled && (check.type === 'json-equals' || check.type === 'json-exists')
}
