import { AppError } from '@shared/app-error'
import type { JsonValue } from '@shared/json-value'

/** No honest file is nested like this; a hostile one must not exhaust the stack of what reads or writes it. */
const deepest = 500

/**
 * The JSON of an imported file. @param name the file's, for errors
 * @throws AppError `import-not-valid` {name, detail}: where it breaks, or that it is nested too deep
 */
export function parseJson(text: string, name: string): JsonValue {
  const value = parse(text, name)
  if (isDeeperThan(value, deepest)) {
    throw new AppError('import-not-valid', { name, detail: `It is nested more than ${deepest} levels deep.` })
  }
  return value
}

function parse(text: string, name: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('import-not-valid', { name, detail }, { cause })
  }
}

/** Level by level, without calling itself. */
function isDeeperThan(value: JsonValue, limit: number): boolean {
  let level: readonly JsonValue[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    const next: JsonValue[] = []
    for (const entry of level) {
      if (typeof entry !== 'object' || entry === null) continue
      for (const child of Object.values(entry)) if (typeof child === 'object' && child !== null) next.push(child)
    }
    level = next
  }
  return false
}
