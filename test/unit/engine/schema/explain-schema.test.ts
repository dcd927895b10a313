import { leadSchemas } from '@shared/lead/lead-schemas'
import { describe, expect, it, test } from 'vitest'
import { explainSchema } from '../../../../src/engine/schema/explain-schema'

/** Code and place of everything that is said of a schema. */
function said(schema: unknown): readonly (readonly [string, string, string])[] {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema)
  return explainSchema(text).map(({ severity, code, pointer }) => [severity, code, pointer] as const)
}

test.each(Object.entries(leadSchemas))('the article of %s has nothing wrong', (_year, text) => {
  expect(explainSchema(text)).toEqual([])
})

describe('a schema that cannot be used is explained in its place', () => {
  it.each([
    ['', []],
    ['{"type":', [['error', 'not-json', '']]],
    ['[]', [['error', 'not-an-object', '']]],
    [{ type: 'objct' }, [['error', 'type-unknown', '/type']]],
    [{ properties: { A: { type: ['string', 'nul'] } } }, [['error', 'type-unknown', '/properties/A/type/1']]],
    [{ properties: [] }, [['error', 'expects-object', '/properties']]],
    [{ properties: { type: 'string' } }, [['error', 'expects-object', '/properties/type']]],
    [{ properties: { A: { required: true } } }, [['error', 'expects-list', '/properties/A/required']]],
    [{ minLength: '3' }, [['error', 'expects-number', '/minLength']]],
    [{ title: 4 }, [['error', 'expects-text', '/title']]],
    [{ uniqueItems: 'yes' }, [['error', 'expects-yes-or-no', '/uniqueItems']]],
    [{ enum: [] }, [['error', 'list-empty', '/enum']]],
    [{ required: ['A', 'A'] }, [['error', 'list-repeats', '/required']]],
    [{ minLength: -1 }, [['error', 'number-too-small', '/minLength']]],
    [{ pattern: '(' }, [['error', 'pattern-broken', '/pattern']]],
    [{ properties: { A: { $ref: '#/definitions/none' } } }, [['error', 'reference-missing', '/properties/A/$ref']]],
    [{ $ref: 'https://other.example/s' }, [['error', 'reference-remote', '/$ref']]],
  ])('%j', (schema, expected) => {
    expect(said(schema)).toEqual(expected)
  })

  it('names the value or the keyword that is meant', () => {
    expect(explainSchema('{"type":"objct"}')[0]?.params).toMatchObject({ value: 'objct' })
    expect(explainSchema('{"required":{}}')[0]?.params).toMatchObject({ name: 'required' })
  })

  it('says several things at once, each once', () => {
    expect(said({ type: 'objct', properties: { B: [] } })).toEqual([
      ['error', 'expects-object', '/properties/B'],
      ['error', 'type-unknown', '/type'],
    ])
  })

  it('is not slow or endless with a deep one', () => {
    expect(said(`${'{"not":'.repeat(200)}{}${'}'.repeat(200)}`)).toEqual([['error', 'too-deep', '']])
    expect(said(`{"title":"${'x'.repeat(70_000)}"}`)).toEqual([['error', 'too-large', '']])
  })
})

describe('what is odd in a schema that can be used is a warning', () => {
  it('at every place of an unknown keyword or format, but not at names and data', () => {
    const schema = {
      requierd: ['A'],
      properties: { requierd: { type: 'string', format: 'mail' }, B: { requierd: [] } },
      enum: [{ requierd: 1 }],
    }
    expect(said(schema)).toEqual([
      ['warning', 'format-unknown', '/properties/requierd/format'],
      ['warning', 'keyword-unknown', '/requierd'],
      ['warning', 'keyword-unknown', '/properties/B/requierd'],
    ])
  })
})
