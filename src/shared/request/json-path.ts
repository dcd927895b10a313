import type { JsonValue } from '../json-value'

/** A place in a JSON value: names of members and numbers of items, both as text. */
export type JsonPath = readonly string[]

const step = /\.?([^.[\]]+)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y

/**
 * Reads `error.code`, `items[0].id`, `['odd.key'].x`, the same behind a `$` as JSONPath writes it, or a JSON pointer
 * (RFC 6901, begins with `/`). '' and `$` are the whole value. null when it is none of these.
 */
export function parseJsonPath(text: string): JsonPath | null {
  const written = text.trim()
  if (written.startsWith('/')) return parsePointer(written)
  const path = /^\$(?=$|[.[])/.test(written) ? written.slice(1) : written
  const found: string[] = []
  step.lastIndex = 0
  while (step.lastIndex < path.length) {
    const match = step.exec(path)
    if (!match) return null
    const [, name, index, single, double] = match
    found.push(name ?? index ?? (single ?? double ?? '').replace(/\\(.)/g, '$1'))
  }
  return found
}

function parsePointer(text: string): JsonPath {
  return text
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What stands at a place; undefined where there is nothing. Only own members count. */
export function valueAt(value: JsonValue, path: JsonPath): JsonValue | undefined {
  let current: JsonValue | undefined = value
  for (const name of path) {
    if (typeof current !== 'object' || current === null) return undefined
    // An array's `length` is not part of its JSON.
    if (Array.isArray(current) && !/^\d+$/.test(name)) return undefined
    if (!Object.hasOwn(current, name)) return undefined
    current = (current as Readonly<Record<string, JsonValue>>)[name]
  }
  return current
}
