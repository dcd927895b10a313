import type { JsonExpected } from './json-expected'

/**
 * JSON text with the place of every value: `from` and `to` are offsets in UTF-16 units. Besides JSON it has `{{variables}}`
 * without quotes where a value should be, as requests have them before they are sent.
 */
export type JsonSpan =
  | SpanAt<{ readonly kind: 'object'; readonly members: readonly MemberSpan[] }>
  | SpanAt<{ readonly kind: 'array'; readonly items: readonly JsonSpan[] }>
  | SpanAt<{ readonly kind: 'string'; readonly value: string }>
  | SpanAt<{ readonly kind: 'literal'; readonly value: number | boolean | null }>
  | SpanAt<{ readonly kind: 'variable' }>

type SpanAt<Part> = Part & { readonly from: number; readonly to: number }

export type MemberSpan = {
  readonly key: string
  /** With its quotes. */
  readonly keyFrom: number
  readonly keyTo: number
  readonly value: JsonSpan
}

/** Where a text stops being JSON; `expected` is null where it is nested deeper than {@link spanDepthLimit}. */
export type JsonProblem = { readonly at: number; readonly expected: JsonExpected | null }

export type ReadSpans =
  | { readonly ok: true; readonly root: JsonSpan }
  | { readonly ok: false; readonly problem: JsonProblem }

/** As the receiver's limit; a lead has two levels. */
export const spanDepthLimit = 100

/** A value made of variables: one or more, and what stands beside them without a gap (`{{major}}.5`). */
const variablePattern = /(?:\{\{[^{}"\r\n]+\}\}[\w+.-]*)+/y
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const wordPattern = /[A-Za-z]+/y

/** Reads JSON text with its places. Never throws. */
export function readSpans(text: string): ReadSpans {
  const reader: Reader = { text, at: 0 }
  try {
    skipSpace(reader)
    const root = readValue(reader, 0)
    skipSpace(reader)
    if (reader.at < text.length) fail(reader.at, 'end-of-text')
    return { ok: true, root }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, problem: error.problem }
    throw error
  }
}

type Reader = { readonly text: string; at: number }

/** Leaves the nested readers at once; it never gets out of {@link readSpans}. */
class Stop {
  readonly problem: JsonProblem

  constructor(problem: JsonProblem) {
    this.problem = problem
  }
}

function fail(at: number, expected: JsonExpected | null): never {
  throw new Stop({ at, expected })
}

function readValue(reader: Reader, depth: number): JsonSpan {
  const from = reader.at
  const character = reader.text[from]
  const variable = character === '{' || character === '-' || isDigit(character) ? match(reader, variablePattern) : null
  if (variable !== null) return { kind: 'variable', from, to: reader.at }
  if (character === '{') return readObject(reader, depth)
  if (character === '[') return readArray(reader, depth)
  if (character === '"') return { kind: 'string', value: readString(reader), from, to: reader.at }
  if (character === '-' || isDigit(character)) return readNumber(reader)
  const word = match(reader, wordPattern)
  if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true', from, to: reader.at }
  if (word === 'null') return { kind: 'literal', value: null, from, to: reader.at }
  return fail(from, word !== null && /^(?:t|f|n)/.test(word) ? 'literal' : 'value')
}

function readObject(reader: Reader, depth: number): JsonSpan {
  const from = reader.at
  if (depth >= spanDepthLimit) fail(from, null)
  const members: MemberSpan[] = []
  reader.at++
  skipSpace(reader)
  if (!take(reader, '}')) {
    for (;;) {
      members.push(readMember(reader, depth))
      skipSpace(reader)
      if (take(reader, '}')) break
      if (!take(reader, ',')) fail(reader.at, 'comma-or-end-of-object')
      skipSpace(reader)
    }
  }
  return { kind: 'object', members, from, to: reader.at }
}

function readMember(reader: Reader, depth: number): MemberSpan {
  const keyFrom = reader.at
  if (reader.text[keyFrom] !== '"') fail(keyFrom, 'property-name')
  const key = readString(reader)
  const keyTo = reader.at
  skipSpace(reader)
  if (!take(reader, ':')) fail(reader.at, 'colon')
  skipSpace(reader)
  return { key, keyFrom, keyTo, value: readValue(reader, depth + 1) }
}

function readArray(reader: Reader, depth: number): JsonSpan {
  const from = reader.at
  if (depth >= spanDepthLimit) fail(from, null)
  const items: JsonSpan[] = []
  reader.at++
  skipSpace(reader)
  if (!take(reader, ']')) {
    for (;;) {
      items.push(readValue(reader, depth + 1))
      skipSpace(reader)
      if (take(reader, ']')) break
      if (!take(reader, ',')) fail(reader.at, 'comma-or-end-of-array')
      skipSpace(reader)
    }
  }
  return { kind: 'array', items, from, to: reader.at }
}

function readNumber(reader: Reader): JsonSpan {
  const from = reader.at
  const written = match(reader, numberPattern)
  const next = reader.text[reader.at]
  if (written === null || (next !== undefined && /[\w.+-]/.test(next))) return fail(reader.at, 'number')
  return { kind: 'literal', value: Number(written), from, to: reader.at }
}

/** From the opening quote to behind the closing one. */
function readString(reader: Reader): string {
  const { text } = reader
  const from = reader.at
  let plain = true
  let at = from + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (Number.isNaN(code)) fail(text.length, 'closing-quote')
    if (code === 0x22) break
    if (code < 0x20) fail(at, 'escaped-control-character')
    if (code === 0x5c) {
      plain = false
      const letter = text[at + 1]
      const isUnicode = letter === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))
      if (letter === undefined || (!isUnicode && !'"\\/bfnrt'.includes(letter))) fail(at + 1, 'escape')
      at += isUnicode ? 6 : 2
    } else at++
  }
  reader.at = at + 1
  if (plain) return text.slice(from + 1, at)
  const value: unknown = JSON.parse(text.slice(from, at + 1))
  return typeof value === 'string' ? value : ''
}

function match(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)
  if (!found) return null
  reader.at += found[0].length
  return found[0]
}

function take(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false
  reader.at++
  return true
}

function skipSpace(reader: Reader): void {
  for (;;) {
    const code = reader.text.charCodeAt(reader.at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    reader.at++
  }
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}
