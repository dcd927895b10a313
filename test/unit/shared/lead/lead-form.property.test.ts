import { isJsonObject, type JsonObject, type JsonValue } from '@shared/json-value'
import { readSpans } from '@shared/lead/json-spans'
import { documentedPath, type LeadFieldKey, leadFields } from '@shared/lead/lead-field'
import { type LeadFormState, readLeadForm, writeLeadField } from '@shared/lead/lead-form'
import { valueOfSpan } from '@shared/lead/span-value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const fieldKeys = leadFields.map(({ key }) => key)
const anyField = fc.constantFrom(...fieldKeys)
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constant('{{name}} x'))
const anyValue = fc.oneof(anyText, fc.constant(null), fc.constant(undefined))
const anyCase = fc.constantFrom<(key: string) => string>(
  (key) => key,
  (key) => key.charAt(0).toLowerCase() + key.slice(1),
  (key) => key.toUpperCase(),
)
const otherMembers = fc.dictionary(fc.string({ unit: 'binary', maxLength: 6 }), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 3,
})

/** A lead with some of its fields, keys in any case and order, other keys between, in any of the usual spacings. */
const anyLead = fc
  .record({
    top: fc.subarray(fieldKeys.filter((key) => documentedPath(key).length === 1)),
    person: fc.option(fc.subarray(fieldKeys.filter((key) => documentedPath(key).length === 2))),
    value: fc.oneof(anyText, fc.constant(null), fc.jsonValue({ maxDepth: 1 })),
    spelled: anyCase,
    others: otherMembers,
    personOthers: otherMembers,
    indent: fc.constantFrom<string | number>(0, 1, 2, '\t'),
    spaced: fc.boolean(),
    reversed: fc.boolean(),
  })
  .map(({ top, person, value, spelled, others, personOthers, indent, spaced, reversed }) => {
    const member = (key: LeadFieldKey) => [spelled(documentedPath(key).at(-1) ?? ''), value] as const
    const entries: (readonly [string, unknown])[] = [...Object.entries(others), ...top.map(member)]
    if (person) {
      const inner = Object.fromEntries([...Object.entries(personOthers), ...person.map(member)])
      entries.push([spelled('UserDetails'), inner])
    }
    const text = JSON.stringify(Object.fromEntries(reversed ? entries.reverse() : entries), null, indent)
    return spaced ? `\n ${text}\r\n` : text
  })

function form(text: string): LeadFormState {
  const state = readLeadForm(text)
  if ('problem' in state) throw new Error(`${state.problem.code}: ${text}`)
  return state
}

/** The lead with every documented field taken out. */
function others(text: string): JsonValue {
  const names = new Set(fieldKeys.map((key) => documentedPath(key).at(-1)?.toLowerCase()))
  const without = (object: JsonObject, isPerson: boolean): JsonObject =>
    Object.fromEntries(
      Object.entries(object).flatMap(([key, value]) => {
        const lower = key.toLowerCase()
        if (!isPerson && lower === 'userdetails') return isJsonObject(value) ? [[key, without(value, true)]] : []
        return names.has(lower) ? [] : [[key, value]]
      }),
    )
  const value: JsonValue = JSON.parse(text)
  return isJsonObject(value) ? without(value, false) : value
}

/** Without the `UserDetails` that writing a field of it makes. */
function withoutEmpty(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, part]) => key.toLowerCase() !== 'userdetails' || !isJsonObject(part) || Object.keys(part).length > 0,
    ),
  )
}

describe('the lead form', () => {
  it('reads what it has written, and changes nothing else', () => {
    fc.assert(
      fc.property(anyLead, anyField, anyValue, (text, key, value) => {
        const written = writeLeadField(text, documentedPath(key), value)
        const field = form(written).fields[key]
        if (value === undefined) expect(field.state).toBe('absent')
        else if (value === null) expect(field.state).toBe('null')
        else expect(field).toMatchObject({ state: 'text', value })
        const before = form(text).fields
        const after = form(written).fields
        for (const other of fieldKeys) if (other !== key) expect(after[other]).toEqual(before[other])
        expect(withoutEmpty(others(written))).toEqual(withoutEmpty(others(text)))
      }),
      { numRuns: 500 },
    )
  })

  it('makes one change in one place: what stands before and behind it stays, character by character', () => {
    fc.assert(
      fc.property(anyLead, anyField, fc.oneof(anyText, fc.constant(null)), (text, key, value) => {
        const before = form(text).fields[key]
        fc.pre(before.state !== 'absent')
        const written = writeLeadField(text, documentedPath(key), value)
        const old = before.state === 'text' ? JSON.stringify(before.value) : before.state === 'null' ? 'null' : before
        const spelled = typeof old === 'string' ? old : 'json' in old ? old.json : old.value
        if (before.state === 'text' && before.value === value) expect(written).toBe(text)
        expect(written.length - text.length).toBe(JSON.stringify(value).length - spelled.length)
        let same = 0
        while (same < text.length && text[same] === written[same]) same++
        let sameEnd = 0
        while (sameEnd < text.length - same && text.at(-1 - sameEnd) === written.at(-1 - sameEnd)) sameEnd++
        expect(same + sameEnd).toBeGreaterThanOrEqual(text.length - spelled.length)
      }),
      { numRuns: 500 },
    )
  })

  it('takes back an added field without a trace', () => {
    fc.assert(
      fc.property(anyLead, anyField, anyText, (text, key, value) => {
        const state = form(text)
        fc.pre(state.fields[key].state === 'absent')
        fc.pre(documentedPath(key).length === 1 || state.userDetails.state === 'object')
        const added = writeLeadField(text, documentedPath(key), value)
        const again = writeLeadField(added, documentedPath(key), undefined)
        expect(JSON.parse(again)).toEqual(JSON.parse(text))
        expect(again.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
      { numRuns: 500 },
    )
  })
})

describe('reading JSON with its places', () => {
  it('agrees with JSON.parse about every value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const read = readSpans(text)
        if (!read.ok) throw new Error(text)
        expect(valueOfSpan(read.root, () => 'none')).toEqual(JSON.parse(text))
      }),
    )
  })

  it('agrees with JSON.parse about what is JSON', () => {
    const near = fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', '"', ',', '{', ']', '0', '\\', '\n'))
    fc.assert(
      fc.property(near, ([text, at, piece]) => {
        const place = text.length === 0 ? 0 : at % text.length
        const changed = text.slice(0, place) + piece + text.slice(place + 1)
        // Variables are the one thing that this reader takes and JSON does not.
        fc.pre(!changed.includes('{{'))
        let isJson = true
        try {
          JSON.parse(changed)
        } catch {
          isJson = false
        }
        expect(readSpans(changed).ok).toBe(isJson)
      }),
      { numRuns: 1000 },
    )
  })
})
