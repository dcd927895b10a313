import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillBareVariables } from '../../../../src/engine/workspace/fill-bare-variables'

it.each([
  ['{"a": {{b}}}', '{"a": ""   }'],
  ['{"a": "{{b}}"}', '{"a": "{{b}}"}'],
  ['{"a": "x\\"{{b}}", "c": {{d}}}', '{"a": "x\\"{{b}}", "c": ""   }'],
  ['{{all}}', '""     '],
  ['{"a": {"b": 1}}', '{"a": {"b": 1}}'],
])('%s → %s', (text, expected) => {
  expect(fillBareVariables(text)).toBe(expected)
})

it('keeps the length and leaves a text without variables alone', () => {
  fc.assert(
    fc.property(fc.json(), fc.boolean(), (json, bare) => {
      const text = bare ? `[${json}, {{name}}]` : json
      const filled = fillBareVariables(text)
      expect(filled).toHaveLength(text.length)
      expect(() => JSON.parse(filled)).not.toThrow()
    }),
  )
})
