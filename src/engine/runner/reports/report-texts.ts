import texts from '@resources/locales/en/report.json'
import { assertNever } from '@shared/assert-never'
import type { Check } from '@shared/request/check'
import type { RunResult } from '@shared/runner/collection-run'
import { fillText } from '@shared/text/fill-text'

/** The words of reports, and of the command line's failures. */
export { texts as reportTexts }

/** A check as a sentence: what should be. */
function describeCheck(check: Check): string {
  switch (check.type) {
    case 'status':
      return fillText(texts.check.status, { expected: check.expected })
    case 'time-below':
      return fillText(texts.check['time-below'], { milliseconds: check.milliseconds })
    case 'header-exists':
      return fillText(texts.check['header-exists'], { name: check.name })
    case 'header-equals':
      return fillText(texts.check['header-equals'], { name: check.name, expected: check.expected })
    case 'json-exists':
      return fillText(texts.check['json-exists'], { path: check.path })
    case 'json-equals':
      return fillText(texts.check['json-equals'], { path: check.path, expected: check.expected })
    default:
      return assertNever(check)
  }
}

/** Why a result failed, a sentence each; none for one that passed. */
export function describeFailures(result: RunResult): readonly string[] {
  if (result.passed) return []
  if (result.failure !== null) return [describeFailure(result.failure, result.failureDetail)]
  const failed = result.checks.filter((check) => !check.passed)
  if (failed.length === 0) return [fillText(texts['status-failed'], { status: result.status ?? 0 })]
  return failed.map(({ check, actual }) =>
    actual === null
      ? fillText(texts['found-nothing'], { check: describeCheck(check) })
      : fillText(texts.found, { check: describeCheck(check), actual }),
  )
}

const failureTexts: Readonly<Record<string, string>> = texts.failure

/** What never left, as it lacks something; all other failures are the network's. */
const notSent: ReadonlySet<string> = new Set([
  'variable-unresolved',
  'request-not-valid',
  'file-not-chosen',
  'file-unreadable',
])

function describeFailure(failure: string, detail: string): string {
  const reason = (failureTexts[failure] ?? failure) + (detail === '' ? '' : ` (${detail})`)
  return fillText(notSent.has(failure) ? texts['not-sent'] : texts['not-answered'], { reason })
}
