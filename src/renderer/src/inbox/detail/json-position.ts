import { fromJsonPointer } from '@shared/lead/json-pointer'
import { endOfString, nextSolid } from './format-json'

/** A piece of a text, by character indexes. */
export type TextRange = { readonly from: number; readonly to: number }

/**
 * Where the value of a JSON pointer stands in JSON text, with its key where it has one. Of a repeated key the last one
 * is found, which is the one that JSON readers take. null: the text has no such place.
 */
export function findPointer(text: string, pointer: string): TextRange | null {
  let range = valueAt(text, nextSolid(text, 0))
  let keyFrom: number | null = null
  for (const part of fromJsonPointer(pointer)) {
    const member = text[range.from] === '{' ? memberNamed(text, range, part) : itemAt(text, range, part)
    if (member === null) return null
    range = member.value
    keyFrom = member.keyFrom
  }
  return range.to > range.from ? { from: keyFrom ?? range.from, to: range.to } : null
}

/** The index of a line and column, both counted from 1; the nearest one where the text is shorter. */
export function indexOfPosition(text: string, line: number, column: number): number {
  let start = 0
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start)
    if (end < 0) break
    start = end + 1
  }
  return Math.min(text.length, start + Math.max(0, column - 1))
}

type Member = { readonly keyFrom: number | null; readonly value: TextRange }

function memberNamed(text: string, object: TextRange, name: string): Member | null {
  let found: Member | null = null
  let at = nextSolid(text, object.from + 1)
  while (at < object.to && text[at] === '"') {
    const keyEnd = endOfString(text, at)
    const value = valueAt(text, nextSolid(text, nextSolid(text, keyEnd) + 1))
    if (keyOf(text.slice(at, keyEnd)) === name) found = { keyFrom: at, value }
    at = afterComma(text, value.to)
  }
  return found
}

function itemAt(text: string, array: TextRange, part: string): Member | null {
  if (text[array.from] !== '[' || !/^\d+$/.test(part)) return null
  let at = nextSolid(text, array.from + 1)
  for (let index = 0; at < array.to && text[at] !== ']'; index++) {
    const value = valueAt(text, at)
    if (value.to <= value.from) return null
    if (index === Number(part)) return { keyFrom: null, value }
    at = afterComma(text, value.to)
  }
  return null
}

function afterComma(text: string, at: number): number {
  const next = nextSolid(text, at)
  return text[next] === ',' ? nextSolid(text, next + 1) : next
}

/** The value that begins at an index, without recursion: bodies can be nested deeply. */
function valueAt(text: string, from: number): TextRange {
  let depth = 0
  let at = from
  while (at < text.length) {
    const character = text[at]
    if (character === '"') {
      at = endOfString(text, at)
      if (depth === 0) return { from, to: at }
      continue
    }
    if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      depth--
      if (depth < 0) return { from, to: at }
      if (depth === 0) return { from, to: at + 1 }
    } else if (depth === 0 && (character === ',' || nextSolid(text, at) > at)) return { from, to: at }
    at++
  }
  return { from, to: at }
}

function keyOf(quoted: string): string {
  try {
    const key: unknown = JSON.parse(quoted)
    return typeof key === 'string' ? key : quoted
  } catch {
    return quoted
  }
}
