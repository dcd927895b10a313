import { headerValue } from '@shared/http/header-pair'
import type { Check, CheckResult } from '@shared/request/check'
import { runChecks } from '@shared/request/run-checks'
import { bodyText } from '../sender/answer-body'
import type { SendResult } from '../sender/sender'

/** Checks look into at most this much JSON, in bytes. */
const checkedBytes = 32 * 1024 * 1024

/** Runs a request's checks on what came of it. @param checks with their variables filled in */
export function checkAnswer(checks: readonly Check[], { outcome, timing, body }: SendResult): readonly CheckResult[] {
  const durationMs = timing.total
  if (outcome.kind === 'failed') return runChecks(checks, { status: null, headers: [], bodyText: null, durationMs })
  const { status, headers } = outcome.answer
  const looksIntoBody = checks.some((check) => check.enabled && /^json-/.test(check.type))
  const text =
    looksIntoBody && outcome.answer.bodyTruncated
      ? bodyText(body, headerValue(headers, 'content-type'), checkedBytes)
      : outcome.answer.bodyText
  return runChecks(checks, { status, headers, bodyText: text, durationMs })
}
