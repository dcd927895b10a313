import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatJson } from '../../../../../src/renderer/src/inbox/detail/format-json'

describe('setting JSON on lines', () => {
  it('does as JSON.stringify where nothing can be lost', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text)
        expect(formatJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
      }),
    )
  })

  it('keeps what JSON.parse would lose: repeated keys, number spellings, escapes, the order of keys', () => {
    expect(formatJson(String.raw`{"b":1.0,"1":1e2,"b":"\u0041"}`)).toBe(
      ['{', '  "b": 1.0,', '  "1": 1e2,', String.raw`  "b": "\u0041"`, '}'].join('\n'),
    )
  })

  it('keeps the variables of a request as they are, with quotes or without', () => {
    expect(formatJson('{"a":{{name}},"b":["{{x}}",{{y}}{{z}}],"c":{}}')).toBe(
      ['{', '  "a": {{name}},', '  "b": [', '    "{{x}}",', '    {{y}}{{z}}', '  ],', '  "c": {}', '}'].join('\n'),
    )
  })

  it('does not grow without bounds with the depth', () => {
    const deep = `${'['.repeat(50_000)}1${']'.repeat(50_000)}`
    const formatted = formatJson(deep)
    expect(formatted.length).toBeLessThan(deep.length + 50_000)
    expect(formatted.replace(/\s/g, '')).toBe(deep)
  })

  it('leaves brackets and quotes inside of texts alone', () => {
    expect(formatJson(String.raw`["{[\"]}, :"]`)).toBe(['[', String.raw`  "{[\"]}, :"`, ']'].join('\n'))
  })
})
