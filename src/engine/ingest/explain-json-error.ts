import type { JsonExpected } from '@shared/lead/json-expected'

export type JsonErrorExplanation = {
  /**
   * As Newtonsoft.Json (what Power Automate reads bodies with) words it, with its path and position: columns count
   * from 0, and an error on the very first character is on line 0. Source: its JsonTextReader, JContainer.
   */
  readonly message: string
  /** For people: both count from 1. */
  readonly line: number
  readonly column: number
  /** null: the text is nested deeper than {@link jsonDepthLimit}, and was read no further. */
  readonly expected: JsonExpected | null
  /** The character found there; '' at the end of the text. */
  readonly found: string
}

/** The design's limit; a lead has two levels. Without one, a body of `[` only would fill the memory. */
export const jsonDepthLimit = 100

/** As Newtonsoft.Json words it. */
const tooDeepSentence = `The reader's MaxDepth of ${jsonDepthLimit} has been exceeded.`

type Frame = { readonly kind: 'object' | 'array'; name: string | null; index: number }

/** An error of the scanner: where, Newtonsoft's sentence without its position, and what was expected. */
type Problem = { readonly at: number; readonly sentence: string; readonly expected: JsonExpected | null }

/** Names of properties are as long as senders like; so much of a path or of its last name says where it is. */
const pathLimit = 1000

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const literals = { t: 'true', f: 'false', n: 'null' } as const

/**
 * Finds the first place where a text that `JSON.parse` has refused stops being JSON, or is nested too deep. Slower than `JSON.parse`, and
 * without recursion. Newtonsoft.Json takes some things that are not JSON (comments, single quotes, trailing commas);
 * these are explained with the nearest of its sentences.
 */
export function explainJsonError(text: string): JsonErrorExplanation {
  const frames: Frame[] = []
  const problem = scan(text, frames)
  const found = problem.at < text.length ? String.fromCodePoint(text.codePointAt(problem.at) ?? 0) : ''
  const { line, start } = lineOf(text, problem.at)
  const column = problem.at - start
  const untouched = frames.length === 0 && column === 0 && problem.expected !== 'end-of-text'
  const position = `Path '${pathOf(frames)}', line ${untouched ? 0 : line}, position ${column}.`
  const message = `${problem.sentence} ${position}`
  return { message, line, column: column + 1, expected: problem.expected, found }
}

function scan(text: string, frames: Frame[]): Problem {
  let at = skipSpace(text, 0)
  let expectValue = true
  for (;;) {
    const frame = frames[frames.length - 1]
    if (expectValue) {
      const character = text[at]
      if (character === undefined) return { ...endOfText(text, frames), expected: 'value' }
      if (character === '{' || character === '[') {
        if (frame) frame.index++
        frames.push({ kind: character === '{' ? 'object' : 'array', name: null, index: -1 })
        if (frames.length > jsonDepthLimit) return { at: at + 1, sentence: tooDeepSentence, expected: null }
        at = skipSpace(text, at + 1)
        const closing = character === '{' ? '}' : ']'
        if (text[at] === undefined) return endOfText(text, frames)
        if (text[at] === closing) {
          frames.pop()
          at++
          expectValue = false
        } else if (character === '{') {
          const name = scanName(text, at, frames)
          if (typeof name !== 'number') return name
          at = name
        }
      } else {
        const end = scanScalar(text, at, character)
        if (typeof end !== 'number') return end
        if (frame) frame.index++
        at = end
        expectValue = false
      }
      continue
    }
    at = skipSpace(text, at)
    const character = text[at]
    if (!frame) {
      const sentence = `Additional text encountered after finished reading JSON content: ${character ?? ''}.`
      return { at, sentence, expected: 'end-of-text' }
    }
    if (character === undefined) return endOfText(text, frames)
    if (character === (frame.kind === 'object' ? '}' : ']')) {
      frames.pop()
      at++
    } else if (character === ',') {
      at = skipSpace(text, at + 1)
      expectValue = true
      if (frame.kind === 'object') {
        const name = scanName(text, at, frames)
        if (typeof name !== 'number') return name
        at = name
      }
    } else {
      const expected = frame.kind === 'object' ? 'comma-or-end-of-object' : 'comma-or-end-of-array'
      return { at, sentence: `After parsing a value an unexpected character was encountered: ${character}.`, expected }
    }
  }
}

/** From a property's name to the place of its value. */
function scanName(text: string, at: number, frames: readonly Frame[]): number | Problem {
  const character = text[at]
  if (character === undefined) return { ...endOfText(text, frames), expected: 'property-name' }
  if (character !== '"') {
    return { at, sentence: `Invalid property identifier character: ${character}.`, expected: 'property-name' }
  }
  const end = scanString(text, at)
  if (typeof end !== 'number') return end
  const colon = skipSpace(text, end)
  if (text[colon] === ':') {
    const frame = frames[frames.length - 1]
    if (frame) frame.name = JSON.parse(text.slice(at, end))
    return skipSpace(text, colon + 1)
  }
  if (colon >= text.length) return { ...endOfText(text, frames), expected: 'colon' }
  const sentence = `Invalid character after parsing property name. Expected ':' but got: ${text[colon]}.`
  return { at: colon, sentence, expected: 'colon' }
}

function scanScalar(text: string, at: number, character: string): number | Problem {
  if (character === '"') return scanString(text, at)
  if (character === 't' || character === 'f' || character === 'n') {
    const literal = literals[character]
    if (text.startsWith(literal, at)) return at + literal.length
    if (character === 'n' && at + 1 === text.length) {
      return { at: text.length, sentence: 'Unexpected end when reading JSON.', expected: 'literal' }
    }
    if (character === 'n' && text[at + 1] !== 'u') return unexpectedValue(text, at)
    let matched = 1
    while (text[at + matched] === literal[matched]) matched++
    const kind = character === 'n' ? 'null' : 'boolean'
    return { at: at + matched, sentence: `Error parsing ${kind} value.`, expected: 'literal' }
  }
  if (character === '-' || (character >= '0' && character <= '9')) {
    numberPattern.lastIndex = at
    const match = numberPattern.exec(text)
    const end = at + (match ? match[0].length : 1)
    const next = text[end]
    if (match && (next === undefined || !/[\w.+-]/.test(next))) return end
    // Cut within the number, e.g. `-1.`
    if (/^[+\-.eE]*$/.test(text.slice(end, end + 4)) && text.length < end + 4) {
      const sentence = `Input string '${text.slice(at, at + 400)}' is not a valid number.`
      return { at: text.length, sentence, expected: 'number' }
    }
    const sentence = `Unexpected character encountered while parsing number: ${next ?? ''}.`
    return { at: end, sentence, expected: 'number' }
  }
  return unexpectedValue(text, at)
}

function unexpectedValue(text: string, at: number): Problem {
  return { at, sentence: `Unexpected character encountered while parsing value: ${text[at]}.`, expected: 'value' }
}

/** From the opening quote to behind the closing one. */
function scanString(text: string, start: number): number | Problem {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code < 0x20) return { ...unexpectedValue(text, at), expected: 'escaped-control-character' }
    if (code === 0x5c) {
      const letter = text[at + 1]
      if (letter === undefined) break
      if (letter === 'u' && at + 6 > text.length) {
        return { at: text.length, sentence: 'Unexpected end while parsing unicode character.', expected: 'escape' }
      }
      const isUnicode = letter === 'u' && /^[0-9a-fA-F]{4}/.test(text.slice(at + 2, at + 6))
      if (!isUnicode && !'"\\/bfnrt'.includes(letter)) {
        return { at: at + 1, sentence: `Bad JSON escape sequence: \\${letter}.`, expected: 'escape' }
      }
      at += isUnicode ? 6 : 2
    } else at++
  }
  return { at: text.length, sentence: 'Unterminated string. Expected delimiter: ".', expected: 'closing-quote' }
}

function endOfText(text: string, frames: readonly Frame[]): Problem {
  const root = frames[0]
  const at = text.length
  if (!root) return { at, sentence: 'Error reading JToken from JsonReader.', expected: 'value' }
  const innermost = frames[frames.length - 1]
  const sentence = `Unexpected end of content while loading ${root.kind === 'object' ? 'JObject' : 'JArray'}.`
  return { at, sentence, expected: innermost?.kind === 'array' ? 'comma-or-end-of-array' : 'comma-or-end-of-object' }
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at
    at++
  }
}

function lineOf(text: string, at: number): { readonly line: number; readonly start: number } {
  let line = 1
  let start = 0
  // By hand: a body of nothing but line breaks would take a pattern seconds.
  for (let place = 0; place < at; place++) {
    const code = text.charCodeAt(place)
    if (code !== 0x0a && code !== 0x0d) continue
    if (code === 0x0d && place + 1 < at && text.charCodeAt(place + 1) === 0x0a) place++
    line++
    start = place + 1
  }
  return { line, start }
}

/** As Newtonsoft.Json writes it: `UserDetails.Email`, `[0].a`, `['with space']`. */
function pathOf(frames: readonly Frame[]): string {
  let path = ''
  for (const { kind, name, index } of frames) {
    if (path.length > pathLimit) break
    if (kind === 'array') path += index < 0 ? '' : `[${index}]`
    else if (name === null) continue
    else if (/[\s.'/"[\]()\t\n\r\f\b\\\u0085\u2028\u2029]/.test(name)) path += `['${name.replaceAll("'", "\\'")}']`
    else path += path === '' ? name : `.${name}`
  }
  return path.length > pathLimit ? `${path.slice(0, pathLimit)}…` : path
}
