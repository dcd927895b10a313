import { assertNever } from '../assert-never'
import type { HeaderPair } from '../http/header-pair'
import type { JsonValue } from '../json-value'
import type { Check, CheckResult } from './check'
import { jsonEqual } from './json-equal'
import { parseJsonPath, valueAt } from './json-path'

/** What the checks look at. `status: null`: nothing was answered, so no check holds. */
export type CheckedAnswer = {
  readonly status: number | null
  readonly headers: readonly HeaderPair[]
  /** null: binary. */
  readonly bodyText: string | null
  readonly durationMs: number
}

type Finding = { readonly passed: boolean; readonly actual: string | null }

const actualLimit = 1000

/**
 * Runs the checks that are switched on, in their order. Never throws: what cannot be read does not hold.
 * @param mask hides secrets in what was found, before it is shortened: half a secret would not be known for one
 */
export function runChecks(
  checks: readonly Check[],
  answer: CheckedAnswer,
  mask: (text: string) => string = (text) => text,
): readonly CheckResult[] {
  const enabled = checks.filter((check) => check.enabled)
  if (answer.status === null) return enabled.map((check) => ({ check, passed: false, actual: null }))
  const { status } = answer
  let body: JsonValue | undefined
  let parsed = false

  /** Parsed once, however many checks look into it; undefined: not JSON. */
  function json(): JsonValue | undefined {
    if (!parsed) body = parseOrUndefined((answer.bodyText ?? '').replace(/^\uFEFF/, ''))
    parsed = true
    return body
  }

  return enabled.map((check) => {
    const { passed, actual } = run(check, status, answer, json)
    return { check, passed, actual: actual === null ? null : shorten(mask(actual)) }
  })
}

function run(check: Check, status: number, answer: CheckedAnswer, json: () => JsonValue | undefined): Finding {
  switch (check.type) {
    case 'status':
      return { passed: isExpectedStatus(status, check.expected), actual: String(status) }
    case 'time-below':
      // Rounded down, so that what is shown never contradicts the verdict.
      return {
        passed: answer.durationMs < check.milliseconds,
        actual: `${Math.floor(answer.durationMs)} ms`,
      }
    case 'header-exists': {
      const values = headerValues(answer.headers, check.name)
      return { passed: values.length > 0, actual: values.length > 0 ? values.join(', ') : null }
    }
    case 'header-equals': {
      const values = headerValues(answer.headers, check.name)
      const joined = values.join(', ')
      const expected = check.expected.trim()
      // A header that came in several lines means the same as one line with commas (RFC 9110, 5.3).
      const passed = values.some((value) => value.trim() === expected) || (values.length > 1 && joined === expected)
      return { passed, actual: values.length > 0 ? joined : null }
    }
    case 'json-exists': {
      const found = at(json(), check.path)
      return { passed: found !== undefined, actual: found === undefined ? null : jsonText(found) }
    }
    case 'json-equals': {
      const found = at(json(), check.path)
      if (found === undefined) return { passed: false, actual: null }
      return { passed: isExpectedJson(found, check.expected), actual: jsonText(found) }
    }
    default:
      return assertNever(check)
  }
}

/** @param expected `202`, `2xx`, or several split by commas */
function isExpectedStatus(status: number, expected: string): boolean {
  return expected.split(',').some((part) => {
    const wanted = part.trim().toLowerCase()
    return /^[1-9]xx$/.test(wanted) ? Math.floor(status / 100) === Number(wanted[0]) : wanted === String(status)
  })
}

function headerValues(headers: readonly HeaderPair[], name: string): readonly string[] {
  const wanted = name.trim().toLowerCase()
  return headers.filter(([candidate]) => candidate.toLowerCase() === wanted).map(([, value]) => value)
}

function at(body: JsonValue | undefined, written: string): JsonValue | undefined {
  const path = parseJsonPath(written)
  return body === undefined || path === null ? undefined : valueAt(body, path)
}

/** A text that happens to read as JSON (`12`, `true`) is compared as JSON only: `"12"` asks for the text. */
function isExpectedJson(found: JsonValue, expected: string): boolean {
  const wanted = parseOrUndefined(expected)
  return wanted === undefined ? found === expected : jsonEqual(found, wanted)
}

function parseOrUndefined(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: an empty or an HTML answer, a plain text to compare with.
    return undefined
  }
}

function jsonText(value: JsonValue): string {
  try {
    return JSON.stringify(value)
  } catch {
    // Nested too deeply to be written.
    return Array.isArray(value) ? '[…]' : '{…}'
  }
}

/** Never ends within a surrogate pair. */
function shorten(text: string): string {
  if (text.length <= actualLimit) return text
  return `${text.slice(0, actualLimit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
