import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../src/engine/ingest/parse-json'

function failure(text: string) {
  const parsed = parseJson(text)
  if (parsed.ok) throw new Error(`${text} was taken as JSON`)
  return parsed
}

describe('parseJson', () => {
  it('gives the value of JSON as it is', () => {
    expect(parseJson('{"a":[1,"x",null,true]}')).toEqual({ ok: true, value: { a: [1, 'x', null, true] } })
    expect(parseJson('  "text"\n')).toEqual({ ok: true, value: 'text' })
  })

  it.each([
    ['Contact: Some One', "Unexpected character encountered while parsing value: C. Path '', line 0, position 0."],
    ['', "Error reading JToken from JsonReader. Path '', line 0, position 0."],
    [' C', "Unexpected character encountered while parsing value: C. Path '', line 1, position 1."],
    ['{"a": x}', "Unexpected character encountered while parsing value: x. Path 'a', line 1, position 6."],
    [
      '{"a":1 "b":2}',
      "After parsing a value an unexpected character was encountered: \". Path 'a', line 1, position 7.",
    ],
    ['{"a":1]', "After parsing a value an unexpected character was encountered: ]. Path 'a', line 1, position 6."],
    ['{"a" 1}', "Invalid character after parsing property name. Expected ':' but got: 1. Path '', line 1, position 5."],
    ['{"a":1,}', "Invalid property identifier character: }. Path 'a', line 1, position 7."],
    ['{"a":{"b":"x', "Unterminated string. Expected delimiter: \". Path 'a.b', line 1, position 12."],
    ['{"a":{"b":"x"', "Unexpected end of content while loading JObject. Path 'a.b', line 1, position 13."],
    ['[1,2', "Unexpected end of content while loading JArray. Path '[1]', line 1, position 4."],
    [
      '{"a":1}\n{"a":2}',
      "Additional text encountered after finished reading JSON content: {. Path '', line 2, position 0.",
    ],
    ['{"a":tru}', "Error parsing boolean value. Path 'a', line 1, position 8."],
    ['{"a":nil}', "Unexpected character encountered while parsing value: n. Path 'a', line 1, position 5."],
    ['{"a":"\\x"}', "Bad JSON escape sequence: \\x. Path 'a', line 1, position 7."],
    ['{"a":1x}', "Unexpected character encountered while parsing number: x. Path 'a', line 1, position 6."],
    [
      '{\r\n"my key":[{"b":?}]}',
      "Unexpected character encountered while parsing value: ?. Path '['my key'][0].b', line 2, position 15.",
    ],
  ])('words %j as the trigger does', (text, message) => {
    expect(failure(text).message).toBe(message)
  })

  it('tells people the line and column, counted from 1, and what was expected', () => {
    expect(failure('{\n  "a": 1\n  "b": 2\n}').finding).toMatchObject({
      code: 'json-error',
      severity: 'error',
      params: { line: 3, column: 3, expected: 'comma-or-end-of-object', found: '"', foundKind: 'character' },
    })
    expect(failure('{"a":').finding.params).toMatchObject({ foundKind: 'end', expected: 'value' })
  })

  it('takes 100 levels and refuses 101, however many follow', () => {
    expect(parseJson('['.repeat(100) + ']'.repeat(100)).ok).toBe(true)
    expect(failure('['.repeat(101) + ']'.repeat(101)).finding.code).toBe('json-too-deep')
    expect(failure(`${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`).finding.code).toBe('json-too-deep')
    // Cut, too: the limit is met before the end.
    expect(failure('['.repeat(300_000)).finding.code).toBe('json-too-deep')
  })

  it('answers a body that was made to be costly with a short sentence', () => {
    const costly = ['['.repeat(5_000_000), `{"${'n'.repeat(5_000_000)}": x}`, `${'\n'.repeat(20_000_000)}x`]
    const started = performance.now()
    for (const text of costly) expect(failure(text).message.length).toBeLessThan(1200)
    expect(performance.now() - started).toBeLessThan(1500)
    expect(failure('\r\n\r\n\n\rx').finding.params).toMatchObject({ line: 5, column: 1 })
  })

  it('keeps __proto__ as a harmless key', () => {
    const parsed = parseJson('{"__proto__":{"polluted":true},"constructor":1}')
    expect(parsed.ok && Object.keys(parsed.value ?? {})).toEqual(['__proto__', 'constructor'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('agrees with JSON.parse on what is JSON, and explains the rest without throwing', () => {
    const json = fc.json().chain((text) =>
      fc.tuple(fc.nat(text.length), fc.nat(3), fc.string({ maxLength: 3 })).map(([at, cut, put]) => {
        return text.slice(0, at) + put + text.slice(at + cut)
      }),
    )
    fc.assert(
      fc.property(fc.oneof(json, fc.string()), (text) => {
        let valid = true
        try {
          JSON.parse(text)
        } catch {
          valid = false
        }
        const parsed = parseJson(text)
        expect(parsed.ok).toBe(valid)
        if (!parsed.ok) expect(parsed.message).toMatch(/Path '[\s\S]*', line \d+, position \d+\.$/)
      }),
      { numRuns: 3000 },
    )
  })

  it('finds the error in the character that breaks the text', () => {
    // Every proper beginning of an object is cut at its end, never before.
    const text = '{"UserDetails":{"FirstName":"Some","n":[1,true,null,-1.5e3]},"a":"\\u00e9"}'
    for (let length = 1; length < text.length; length++) {
      const params = failure(text.slice(0, length)).finding.params
      expect([length, params?.column, params?.foundKind]).toEqual([length, length + 1, 'end'])
    }
  })
})
