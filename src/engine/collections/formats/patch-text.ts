import type { JsonObject, JsonValue } from '@shared/json-value'
import { isJsonObject } from '@shared/json-value'
import { type JsonSpan, type MemberSpan, readSpans } from '@shared/lead/json-spans'

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
    const last = span.members.at(-1)
    const keys = keysInPlace(span, object)
    if (!first || !last || keys.length === 0) return fresh(object, indent)
    const gap = gapOf(
      text.slice(span.from + 1, first.keyFrom),
      span.members.map((member) => [member.keyFrom, member.value.to]),
    )
    const inner = indentOf(gap)
    const members = keys.map((key): string => {
      const member = memberOf(span, key)
      const value = object[key] ?? null
      if (!member) return `${JSON.stringify(key)}${text.slice(first.keyTo, first.value.from)}${fresh(value, inner)}`
      return text.slice(member.keyFrom, member.value.from) + write(member.value, value, inner)
    })
    const end = text.slice(last.value.to, span.to)
    return `{${text.slice(span.from + 1, first.keyFrom)}${members.join(`,${gap}`)}${end}`
  }

  function writeArray(span: ArraySpan, list: readonly JsonValue[], indent: string | null): string {
    const [first] = span.items
    const last = span.items.at(-1)
    if (!first || !last || list.length === 0) return fresh(list, indent)
    const open = text.slice(span.from + 1, first.from)
    const gap = gapOf(
      open,
      span.items.map((item) => [item.from, item.to]),
    )
    const inner = indentOf(gap)
    const sources = matchItems(span.items, list)
    const items = list.map((value, at) => {
      const source = sources[at]
      return source ? write(source, value, inner) : fresh(value, inner)
    })
    return `[${open}${items.join(`,${gap}`)}${text.slice(last.to, span.to)}`
  }

  /** The space between two neighbours, without the comma. */
  function gapOf(open: string, places: readonly (readonly [from: number, to: number])[]): string {
    const [one, two] = places
    return one && two ? text.slice(one[1], two[0]).replace(',', '') : open
  }
}

function indentOf(gap: string): string | null {
  const line = gap.lastIndexOf('\n')
  return line < 0 ? null : gap.slice(line + 1)
}

/** The last of a name counts, as JSON.parse has it. */
function memberOf(span: ObjectSpan, key: string): MemberSpan | undefined {
  return span.members.findLast((member) => member.key === key)
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
