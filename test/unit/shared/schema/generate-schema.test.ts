import article from '@resources/samples/lead-sample-2020.json'
import { generateSchema } from '@shared/schema/generate-schema'
import { expect, it } from 'vitest'

it.each([
  ['{}', { type: 'object', properties: {} }],
  ['[]', { type: 'array' }],
  ['"x"', { type: 'string' }],
  ['true', { type: 'boolean' }],
  ['1', { type: 'integer' }],
  ['1.0', { type: 'integer' }],
  ['1.5', { type: 'number' }],
  ['null', {}],
  ['[1, "x"]', { type: 'array' }],
  ['[1, 2]', { type: 'array', items: { type: 'integer' } }],
  ['[null, null]', { type: 'array', items: {} }],
  ['[[1]]', { type: 'array', items: { type: 'array', items: { type: 'integer' } } }],
  [
    '[{"a": 1, "b": null}, {"c": "x", "a": 2}]',
    {
      type: 'array',
      items: {
        type: 'object',
        properties: { a: { type: 'integer' }, b: {}, c: { type: 'string' } },
        required: ['a'],
      },
    },
  ],
  [
    '{"@type": "x", "@{y}": 1}',
    { type: 'object', properties: { '@@type': { type: 'string' }, '@@{y}': { type: 'integer' } } },
  ],
])('%s', (sample, schema) => {
  expect(generateSchema(JSON.parse(sample))).toEqual(schema)
})

it('keeps the order of the keys, and puts `required` after `properties`', () => {
  const text = JSON.stringify(generateSchema([{ b: 1, a: 2 }]))
  expect(text).toBe(
    '{"type":"array","items":{"type":"object","properties":{"b":{"type":"integer"},"a":{"type":"integer"}},"required":["b","a"]}}',
  )
})

it('has no prototype to trip over', () => {
  const schema = generateSchema(JSON.parse('{"__proto__": {"polluted": 1}, "constructor": "x"}'))
  expect(Object.keys(schema.properties ?? {})).toEqual(['__proto__', 'constructor'])
})

it('makes of the articles’ sample a schema with each of its fields', () => {
  const schema = JSON.stringify(generateSchema(article))
  for (const key of ['UserDetails', 'FirstName', 'LeadSource', 'ActionCode', 'OfferTitle', 'Description']) {
    expect(schema).toContain(`"${key}":{"type":`)
  }
})
