import { assertNever } from '../assert-never'
import { type DynamicValue, resolveText } from '../variables/resolve-text'
import type { VariableScope } from '../variables/variable-scope'
import type { Check } from './check'

/**
 * Checks with their `{{variables}}` filled in, so that a row of a data file can say what it expects. What has no value
 * stays as it is written: the check then fails and shows it.
 */
export function resolveChecks(
  checks: readonly Check[],
  scopes: readonly VariableScope[],
  dynamic: DynamicValue,
): readonly Check[] {
  const fill = (text: string): string => (text.includes('{{') ? resolveText(text, scopes, dynamic).text : text)
  return checks.map((check) => resolveCheck(check, fill))
}

function resolveCheck(check: Check, fill: (text: string) => string): Check {
  switch (check.type) {
    case 'time-below':
      return check
    case 'status':
      return { ...check, expected: fill(check.expected) }
    case 'header-exists':
      return { ...check, name: fill(check.name) }
    case 'header-equals':
      return { ...check, name: fill(check.name), expected: fill(check.expected) }
    case 'json-exists':
      return { ...check, path: fill(check.path) }
    case 'json-equals':
      return { ...check, path: fill(check.path), expected: fill(check.expected) }
    default:
      return assertNever(check)
  }
}
