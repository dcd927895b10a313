import { insertMember, newValue, removeMembers } from './json-edit'
import type { JsonExpected } from './json-expected'
import { type JsonSpan, readSpans } from './json-spans'
import { type LeadFieldKey, leadFields } from './lead-field'
import { findLead, memberNamed } from './lead-place'

/** What a body says in one documented field, as a form shows it. `sentKey` is its key as sent, in whatever case. */
export type LeadFormField =
  /** Not sent at all. */
  | { readonly state: 'absent' }
  | { readonly state: 'null'; readonly sentKey: string }
  /** Text, which may be empty or hold `{{variables}}`. */
  | { readonly state: 'text'; readonly value: string; readonly sentKey: string }
  /** A `{{variable}}` without quotes: what it is shows only when it is sent. */
  | { readonly state: 'variable'; readonly value: string; readonly sentKey: string }
  /** A number, an object …, as written. */
  | { readonly state: 'not-text'; readonly json: string; readonly sentKey: string }

export type LeadFormState = {
  readonly fields: Readonly<Record<LeadFieldKey, LeadFormField>>
  /** How `UserDetails` is sent; `sentKey` is null where it is not. */
  readonly userDetails: {
    readonly state: 'object' | 'absent' | 'null' | 'variable' | 'not-object'
    readonly sentKey: string | null
  }
  /** The place of the lead in the body: `[]`, or e.g. `['0']` in a list of leads. */
  readonly root: readonly string[]
  /** How many leads a list has; 1 for a body that is no list. */
  readonly count: number
}

/** Why a body cannot be shown as a form. */
export type LeadFormProblem =
  | { readonly code: 'empty' | 'not-object' | 'variable' | 'too-deep' }
  /** `line` and `column` count from 1; `found` is '' at the end of the text. */
  | {
      readonly code: 'not-json'
      readonly line: number
      readonly column: number
      readonly expected: JsonExpected
      readonly found: string
    }

/** Reads a body as the fields of a lead, keys in any case. Never throws. */
export function readLeadForm(text: string): LeadFormState | { readonly problem: LeadFormProblem } {
  if (text.trim() === '') return { problem: { code: 'empty' } }
  const read = readSpans(text)
  if (!read.ok) return { problem: problemOf(text, read.problem.at, read.problem.expected) }
  const { root: body } = read
  const lead = findLead(body)
  if (!lead) return { problem: { code: body.kind === 'variable' ? 'variable' : 'not-object' } }
  const details = memberNamed(lead.object, 'UserDetails')
  const fields = Object.fromEntries(
    leadFields.map(({ key, path }) => {
      const parent = path.length === 1 ? lead.object : details?.value
      const member = parent?.kind === 'object' ? memberNamed(parent, path[path.length - 1] ?? '') : null
      return [key, member ? fieldOf(text, member.key, member.value) : { state: 'absent' }]
    }),
  ) as Record<LeadFieldKey, LeadFormField>
  return {
    fields,
    userDetails: { state: details ? detailsState(details.value) : 'absent', sentKey: details?.key ?? null },
    root: lead.root,
    count: body.kind === 'array' ? body.items.length : 1,
  }
}

/**
 * Writes one field of the lead in a body and changes no other character: unknown keys, order, formatting and
 * `{{variables}}` stay. A key in another case is edited as it is; a missing `UserDetails` is made, one that is no object is
 * replaced by one. Text that is no JSON, or holds no lead to edit, is given back as it is.
 * @param path as documented, e.g. `['UserDetails', 'FirstName']`
 * @param value the field's text, null, or undefined to take the field away
 */
export function writeLeadField(text: string, path: readonly string[], value: string | null | undefined): string {
  const read = readSpans(text)
  const lead = read.ok ? findLead(read.root) : null
  const name = path[path.length - 1]
  if (!lead || name === undefined) return text
  if (path.length === 1) return writeMember(text, lead.object, name, topNames, value)
  const container = path[0] ?? ''
  const details = memberNamed(lead.object, container)
  if (details?.value.kind === 'object') return writeMember(text, details.value, name, personNames, value)
  if (value === undefined) return text
  if (!details) {
    // Made empty first: the field then finds its place and indent in it like any other.
    const made = insertMember(text, lead.object, container, '{}', topNames)
    return writeLeadField(made, path, value)
  }
  return writeLeadField(`${text.slice(0, details.value.from)}{}${text.slice(details.value.to)}`, path, value)
}

const topNames = ['UserDetails', ...leadFields.flatMap(({ path }) => (path.length === 1 ? [path[0]] : []))]
const personNames = leadFields.flatMap(({ path }) => (path.length === 2 ? [path[1]] : []))

function writeMember(
  text: string,
  object: Extract<JsonSpan, { readonly kind: 'object' }>,
  name: string,
  order: readonly string[],
  value: string | null | undefined,
): string {
  const lower = name.toLowerCase()
  // Another case of the key would take the place of the one that is taken away.
  if (value === undefined) return removeMembers(text, object, (key) => key.toLowerCase() === lower)
  const member = memberNamed(object, name)
  if (!member) return insertMember(text, object, name, JSON.stringify(value), order)
  const written = newValue(text, member.value, value)
  return `${text.slice(0, member.value.from)}${written}${text.slice(member.value.to)}`
}

function fieldOf(text: string, sentKey: string, span: JsonSpan): LeadFormField {
  if (span.kind === 'string') return { state: 'text', value: span.value, sentKey }
  const json = text.slice(span.from, span.to)
  if (span.kind === 'variable') return { state: 'variable', value: json, sentKey }
  if (span.kind === 'literal' && span.value === null) return { state: 'null', sentKey }
  return { state: 'not-text', json, sentKey }
}

function detailsState(span: JsonSpan): LeadFormState['userDetails']['state'] {
  if (span.kind === 'object' || span.kind === 'variable') return span.kind
  return span.kind === 'literal' && span.value === null ? 'null' : 'not-object'
}

function problemOf(text: string, at: number, expected: JsonExpected | null): LeadFormProblem {
  if (expected === null) return { code: 'too-deep' }
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return {
    code: 'not-json',
    line: before.length,
    column: (before[before.length - 1] ?? '').length + 1,
    expected,
    found: at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '',
  }
}
