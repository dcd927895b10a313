import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { type JsonSpan, readSpans } from '@shared/lead/json-spans'

type ObjectSpan = Extract<JsonSpan, { kind: 'object' }>
type ArraySpan = Extract<JsonSpan, { kind: 'array' }>

/**
 * A JSON text with another value written into it: what did not change keeps its spelling (`\u00e9`, `1.0`, numbers too
 * large for JavaScript) and its place on the lines. For files that are laid out by hand or by another tool.
 * @param indentation of new parts, in the file's own way
 * @returns null for a text that cannot be taken apart
 */
export function patchText(
  text: string,
  document: JsonObject,
  style: { readonly indentation: string; readonly endOfLine: string },
): string | null {
  const read = readSpans(text)
  if (!read.ok) return null
  return text.slice(0, read.root.from) + write(read.root, document, '') + text.slice(read.root.to)

  /** @param indent of the line that the value begins on; null where everything is on one line */
  function write(span: JsonSpan, value: JsonValue, indent: string | null): string {
    if (isSame(span, value)) return text.slice(span.from, span.to)
    if (span.kind === 'object' && isJsonObject(value)) return writeObject(span, value, indent)
    if (span.kind === 'array' && Array.isArray(value)) return writeArray(span, value, indent)
    return fresh(value, indent)
  }

  function fresh(value: JsonValue, indent: string | null): string {
    if (indent === null) return JSON.stringify(value)
    return JSON.stringify(value, null, style.indentation).replaceAll('\n', style.endOfLine + indent)
  }

  function writeObject(span: ObjectSpan, object: JsonObject, indent: string | null): string {
    const [first] = span.members
    const keys = keysInPlace(span, object)
    if (!first || keys.length === 0) return fresh(object, indent)
    const places = span.members.map((member) => ({ from: member.keyFrom, to: member.value.to }))
    const inner = indentOf(usualGap(span, places))
    const members = keys.map((key): WrittenPart => {
      const at = span.members.findLastIndex((member) => member.key === key)
      const member = span.members[at]
      const value = object[key] ?? null
      if (member) return { at, text: text.slice(member.keyFrom, member.value.from) + write(member.value, value, inner) }
      const colon = text.slice(first.keyTo, first.value.from)
      return { at: -1, text: `${JSON.stringify(key)}${colon}${fresh(value, inner)}` }
    })
    return joinParts(span, places, members)
  }

  function writeArray(span: ArraySpan, list: readonly JsonValue[], indent: string | null): string {
    if (span.items.length === 0 || list.length === 0) return fresh(list, indent)
    const inner = indentOf(usualGap(span, span.items))
    const sources = matchItems(span.items, list)
    const items = list.map((value, index): WrittenPart => {
      const source = sources[index]
      return source
        ? { at: span.items.indexOf(source), text: write(source, value, inner) }
        : { at: -1, text: fresh(value, inner) }
    })
    return joinParts(span, span.items, items)
  }

  /** Parts between the brackets of the old text, each with the space that stood before it. */
  function joinParts(span: JsonSpan, places: readonly Place[], parts: readonly WrittenPart[]): string {
    const first = places[0]?.from ?? span.to
    const last = places.at(-1)?.to ?? span.to
    const gap = usualGap(span, places)
    const joined = parts.map((part, index) => {
      if (index === 0) return part.text
      const before = places[part.at - 1]
      const own = places[part.at]
      return (before && own ? text.slice(before.to, own.from) : `,${gap}`) + part.text
    })
    return text.slice(span.from, first) + joined.join('') + text.slice(last, span.to)
  }

  /** The space between two neighbours, without the comma; before the only one. */
  function usualGap(span: JsonSpan, places: readonly Place[]): string {
    const [one, two] = places
    if (!one) return ''
    return two ? text.slice(one.to, two.from).replace(',', '') : text.slice(span.from + 1, one.from)
  }
}

type Place = { readonly from: number; readonly to: number }

/** `at`: which part of the old text it comes from; -1 for a new one. */
type WrittenPart = { readonly at: number; readonly text: string }

function indentOf(gap: string): string | null {
  const line = gap.lastIndexOf('\n')
  return line < 0 ? null : gap.slice(line + 1)
}

/** The object's keys in the order of the text; new ones behind the key that they follow in the object. */
function keysInPlace(span: ObjectSpan, object: JsonObject): readonly string[] {
  const keys = [...new Set(span.members.map((member) => member.key))].filter((key) => Object.hasOwn(object, key))
  const known = new Set(keys)
  let before: string | null = null
  for (const key of Object.keys(object)) {
    if (!known.has(key)) keys.splice(before === null ? 0 : keys.indexOf(before) + 1, 0, key)
    before = key
  }
  return keys
}

function isSame(span: JsonSpan, value: JsonValue): boolean {
  switch (span.kind) {
    case 'object': {
      if (!isJsonObject(value)) return false
      const values = new Map(span.members.map((member) => [member.key, member.value]))
      const keys = Object.keys(value)
      return (
        keys.length === values.size &&
        keys.every((key) => {
          const found = values.get(key)
          return found !== undefined && isSame(found, value[key] ?? null)
        })
      )
    }
    case 'array':
      return (
        Array.isArray(value) &&
        value.length === span.items.length &&
        span.items.every((item, at) => isSame(item, value[at] ?? null))
      )
    case 'string':
    case 'literal':
      return span.value === value
    case 'variable':
      return false
  }
}

/** For each value the item of the text that it comes from: those at both ends, the same ones, then one after the other. */
function matchItems(items: readonly JsonSpan[], list: readonly JsonValue[]): readonly (JsonSpan | undefined)[] {
  const sources: (JsonSpan | undefined)[] = list.map(() => undefined)
  const free = new Set(items)
  const take = (at: number, item: JsonSpan): void => {
    sources[at] = item
    free.delete(item)
  }
  let start = 0
  for (; start < Math.min(items.length, list.length); start++) {
    const item = items[start]
    if (!item || !isSame(item, list[start] ?? null)) break
    take(start, item)
  }
  for (let back = 1; list.length - back >= start && items.length - back >= start; back++) {
    const item = items[items.length - back]
    if (!item || !isSame(item, list[list.length - back] ?? null)) break
    take(list.length - back, item)
  }
  for (let at = start; at < list.length; at++) {
    if (sources[at]) continue
    for (const item of free) {
      if (!isSame(item, list[at] ?? null)) continue
      take(at, item)
      break
    }
  }
  const rest = [...free]
  return sources.map((source) => source ?? rest.shift())
}
