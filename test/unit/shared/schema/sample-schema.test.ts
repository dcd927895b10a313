import { sampleSchemaText } from '@shared/schema/sample-schema'
import { expect, it } from 'vitest'

const compact = (text: string): string | null => sampleSchemaText(text)?.replace(/\n\s*/g, '') ?? null

it.each([
  [
    'keys that look like numbers stay where they are',
    '{"b":1,"10":2,"9":[{"z":1,"1":2}]}',
    '{"type": "object","properties": {"b": {"type": "integer"},"10": {"type": "integer"},"9": {"type": "array","items": {"type": "object","properties": {"z": {"type": "integer"},"1": {"type": "integer"}},"required": ["z","1"]}}}}',
  ],
  [
    'a key that comes twice has the last value, in the first place',
    '{"a":1,"b":2,"a":"x"}',
    '{"type": "object","properties": {"a": {"type": "string"},"b": {"type": "integer"}}}',
  ],
  [
    'what reads like an expression is escaped',
    '{"@type":"x","@{y}":1,"a@{z}":1,"mail@home":1,"\\u0040at":[{"@i":null}]}',
    '{"type": "object","properties": {"@@type": {"type": "string"},"@@{y}": {"type": "integer"},"a@@{z}": {"type": "integer"},"mail@home": {"type": "integer"},"@@at": {"type": "array","items": {"type": "object","properties": {"@@i": {}},"required": ["@@i"]}}}}',
  ],
  [
    'quotes, colons and backslashes in keys and values',
    '{ "a\\"b" : "c\\":d", "e\\\\" :true, "": {"__proto__": null} }',
    '{"type": "object","properties": {"a\\"b": {"type": "string"},"e\\\\": {"type": "boolean"},"": {"type": "object","properties": {"__proto__": {}}}}}',
  ],
  ['a whole number with a point', '1.0', '{"type": "integer"}'],
  ['null', ' null ', '{}'],
  ['a text', '"a:b"', '{"type": "string"}'],
  ['a list of lists', '[[], [1]]', '{"type": "array","items": {"type": "array"}}'],
])('%s', (_name, sample, schema) => {
  expect(compact(sample)).toBe(schema)
})

it.each(['', '{', "{'a':1}", '{"a":1,}'])('%s is no sample', (text) => {
  expect(sampleSchemaText(text)).toBeNull()
})
