import type { JsonSpan, MemberSpan } from './json-spans'
import { documentedPath, leadFields } from './lead-field'

export type ObjectSpan = Extract<JsonSpan, { readonly kind: 'object' }>

/** The lead within a body: the body itself or, of an array, the first item that has a lead's keys (else the first object). */
export type LeadPlace = {
  readonly object: ObjectSpan
  /** Its keys and indexes: `[]`, or `['0']` in an array. */
  readonly root: readonly string[]
}

const topKeys = new Set(['userdetails', ...leadFields.map(({ key }) => documentedPath(key)[0]?.toLowerCase() ?? '')])

/** null: the body is neither an object nor a list with one. */
export function findLead(body: JsonSpan): LeadPlace | null {
  if (body.kind === 'object') return { object: body, root: [] }
  if (body.kind !== 'array') return null
  let first: LeadPlace | null = null
  for (const [index, item] of body.items.entries()) {
    if (item.kind !== 'object') continue
    const place: LeadPlace = { object: item, root: [String(index)] }
    if (item.members.some(({ key }) => topKeys.has(key.toLowerCase()))) return place
    first ??= place
  }
  return first
}

/**
 * The member that a flow and `recognise` read for a documented key: the one spelled exactly so (the last, if repeated),
 * else the first in another case. null: there is none.
 */
export function memberNamed(object: ObjectSpan, documented: string): MemberSpan | null {
  const exact = object.members.findLast(({ key }) => key === documented)
  if (exact) return exact
  const lower = documented.toLowerCase()
  const other = object.members.find(({ key }) => key.toLowerCase() === lower)
  // Of a repeated key JSON readers take the last value.
  return other ? (object.members.findLast(({ key }) => key === other.key) ?? other) : null
}
