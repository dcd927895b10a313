import type { JsonSpan } from './json-spans'
import type { ObjectSpan } from './lead-place'

/**
 * The text of a new value in the place of an old one. The same text keeps its spelling (`\u00e9`), and what is a variable
 * without quotes stays without them as long as it is one.
 */
export function newValue(text: string, old: JsonSpan, value: string | null): string {
  if (old.kind === 'string' && old.value === value) return text.slice(old.from, old.to)
  const isVariable = value !== null && /^(?:\{\{[^{}"\r\n]+\}\})+$/.test(value)
  return old.kind === 'variable' && isVariable ? value : JSON.stringify(value)
}

/**
 * Adds a member to an object, with the spacing that its neighbours have.
 * @param order names in their usual order: the member comes behind the nearest of those before it, else at the front
 * @param written its value as JSON text
 */
export function insertMember(
  text: string,
  object: ObjectSpan,
  name: string,
  written: string,
  order: readonly string[],
): string {
  const [first] = object.members
  if (!first) return fillObject(text, object, name, written)
  const colon = text.slice(first.keyTo, first.value.from)
  const member = `${JSON.stringify(name)}${colon}${written}`
  const after = lastBefore(object, name, order)
  if (after < 0) {
    const space = gapBefore(text, object, object.members.length > 1 ? 1 : 0)
    return `${text.slice(0, first.keyFrom)}${member},${space}${text.slice(first.keyFrom)}`
  }
  const anchor = object.members[after]
  if (!anchor) return text
  const space = gapBefore(text, object, object.members[after + 1] ? after + 1 : after)
  return `${text.slice(0, anchor.value.to)},${space}${member}${text.slice(anchor.value.to)}`
}

/** Takes the members of some keys away, with their commas and the spacing before or behind them. */
export function removeMembers(text: string, object: ObjectSpan, isGone: (key: string) => boolean): string {
  const { members } = object
  const lastKept = members.findLastIndex(({ key }) => !isGone(key))
  if (lastKept < 0) return members.length === 0 ? text : `${text.slice(0, object.from)}{}${text.slice(object.to)}`
  const end = members[members.length - 1]?.value.to ?? object.to
  let kept = ''
  let at = 0
  for (const [index, member] of members.entries()) {
    const next = members[index + 1]
    if (index > lastKept || !next || !isGone(member.key)) continue
    kept += text.slice(at, member.keyFrom)
    at = next.keyFrom
  }
  const endOfKept = members[lastKept]?.value.to ?? end
  return `${kept}${text.slice(at, endOfKept)}${text.slice(end)}`
}

/** An object without members gets its first: on a line of its own where the text has lines, or is nothing but `{}`. */
function fillObject(text: string, object: ObjectSpan, name: string, written: string): string {
  const before = text.slice(0, object.from)
  const after = text.slice(object.to)
  const hasLines = text.includes('\n') || `${before}${after}`.trim() === ''
  const member = `${JSON.stringify(name)}: ${written}`
  if (!hasLines) return `${before}{${text.includes('": ') ? member : member.replace(': ', ':')}}${after}`
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '
  return `${before}{${lineBreak}${indent}${unit}${member}${lineBreak}${indent}}${after}`
}

/** The index of the member behind which a new one belongs; -1: at the front. */
function lastBefore(object: ObjectSpan, name: string, order: readonly string[]): number {
  const place = order.indexOf(name)
  for (let earlier = place - 1; earlier >= 0; earlier--) {
    const lower = order[earlier]?.toLowerCase()
    const found = object.members.findLastIndex(({ key }) => key.toLowerCase() === lower)
    if (found >= 0) return found
  }
  return place < 0 ? object.members.length - 1 : -1
}

/** The white space before a member's key. */
function gapBefore(text: string, object: ObjectSpan, index: number): string {
  const member = object.members[index]
  if (!member) return ''
  const from = object.members[index - 1]?.value.to ?? object.from + 1
  return text.slice(from, member.keyFrom).replace(',', '')
}
