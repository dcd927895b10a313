import type { JsonValue } from '../json-value'
import { fromJsonPointer } from './json-pointer'
import type { JsonSpan, MemberSpan } from './json-spans'

/**
 * The value of a span. Of a repeated key the last one counts, as for every JSON reader.
 * @param variable what a `{{variable}}` without quotes stands for, by its text as written
 * @param string what a string stands for, for filling in the variables in it
 */
export function valueOfSpan(
  span: JsonSpan,
  variable: (span: JsonSpan) => JsonValue,
  string: (value: string) => string = (value) => value,
): JsonValue {
  switch (span.kind) {
    case 'object':
      return Object.fromEntries(span.members.map(({ key, value }) => [key, valueOfSpan(value, variable, string)]))
    case 'array':
      return span.items.map((item) => valueOfSpan(item, variable, string))
    case 'string':
      return string(span.value)
    case 'literal':
      return span.value
    case 'variable':
      return variable(span)
  }
}

/** The last member of a key; null when there is none, and for what is no object. */
function memberOf(span: JsonSpan, key: string): MemberSpan | null {
  return span.kind === 'object' ? (span.members.findLast((member) => member.key === key) ?? null) : null
}

/** Where the value of a JSON pointer stands, with its key where it has one; null: there is no such place. */
export function placeOfPointer(
  root: JsonSpan,
  pointer: string,
): { readonly value: JsonSpan; readonly member: MemberSpan | null } | null {
  let value = root
  let member: MemberSpan | null = null
  for (const part of fromJsonPointer(pointer)) {
    if (value.kind === 'array') {
      const item: JsonSpan | undefined = /^\d+$/.test(part) ? value.items[Number(part)] : undefined
      if (!item) return null
      value = item
      member = null
    } else {
      member = memberOf(value, part)
      if (member === null) return null
      value = member.value
    }
  }
  return { value, member }
}
