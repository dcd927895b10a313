import type { JsonValue } from '@shared/json-value'
import type { Finding } from '@shared/lead/finding'
import { explainJsonError, jsonDepthLimit } from './explain-json-error'

export type ParsedJson =
  | { readonly ok: true; readonly value: JsonValue }
  | {
      readonly ok: false
      /** As the trigger words it, e.g. `Unexpected character encountered while parsing value: C. Path '', line 0, position 0.` */
      readonly message: string
      /** json-error or json-too-deep, with line, column and what was expected. */
      readonly finding: Finding
    }

/** Parses a body's text as strict JSON, at most {@link jsonDepthLimit} levels deep. Never throws. */
export function parseJson(text: string): ParsedJson {
  let value: JsonValue
  try {
    value = JSON.parse(text)
  } catch {
    return failure(text)
  }
  return isDeeperThan(value, jsonDepthLimit) ? failure(text) : { ok: true, value }
}

function failure(text: string): ParsedJson {
  const { message, line, column, expected, found } = explainJsonError(text)
  const finding: Finding =
    expected === null
      ? { severity: 'error', code: 'json-too-deep', pointer: '', message, params: { limit: jsonDepthLimit } }
      : {
          severity: 'error',
          code: 'json-error',
          pointer: '',
          message,
          params: { line, column, expected, found, foundKind: found === '' ? 'end' : 'character' },
        }
  return { ok: false, message, finding }
}

/** Stops at the limit, so it cannot itself run out of stack. */
function isDeeperThan(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  // Object.values serves arrays too; `for in` would be slower and see inherited keys.
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null && isDeeperThan(part, levels - 1)) return true
  }
  return false
}
