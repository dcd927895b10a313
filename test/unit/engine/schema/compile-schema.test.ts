import type { JsonValue } from '@shared/json-value'
import { leadSchemaIds, leadSchemas } from '@shared/lead/lead-schemas'
import { buildSample } from '@shared/lead/samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSchema } from '../../../../src/engine/schema/compile-schema'

function compiled(schema: unknown) {
  const result = compileSchema(typeof schema === 'string' ? schema : JSON.stringify(schema))
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result
}

/** The wordings in their order, joined as the trigger's "Error details" are. */
function details(schema: unknown, body: JsonValue): string {
  return compiled(schema)
    .validate(body)
    .map((finding) => finding.message)
    .join(',')
}

function problem(schemaText: string) {
  const result = compileSchema(schemaText)
  return result.ok ? null : result.error
}

describe('the schemas of the articles', () => {
  it.each(leadSchemaIds)('compile as printed, again and again (%s)', (id) => {
    const body: JsonValue = JSON.parse(new TextDecoder().decode(buildSample('article').body))
    for (let time = 0; time < 3; time++) {
      const schema = compiled(leadSchemas[id])
      expect(schema.validate(body)).toEqual([])
      expect(schema.maybeSlow).toBe(false)
    }
  })

  it('say what the trigger says of nulls, with pointer and field', () => {
    expect(compiled(leadSchemas['2020']).validate({ UserDetails: { Email: null, Phone: 5 }, LeadSource: [] })).toEqual([
      {
        severity: 'error',
        code: 'schema-mismatch',
        pointer: '/UserDetails/Email',
        field: 'email',
        message: 'Invalid type. Expected String but got Null.',
      },
      {
        severity: 'error',
        code: 'schema-mismatch',
        pointer: '/UserDetails/Phone',
        field: 'phone',
        message: 'Invalid type. Expected String but got Integer.',
      },
      {
        severity: 'error',
        code: 'schema-mismatch',
        pointer: '/LeadSource',
        field: 'leadSource',
        message: 'Invalid type. Expected String but got Array.',
      },
    ])
  })
})

describe('wordings of the trigger', () => {
  it.each<[string, unknown, JsonValue, string]>([
    ['type', { type: 'string' }, null, 'Invalid type. Expected String but got Null.'],
    ['types', { type: ['null', 'string'] }, 1.5, 'Invalid type. Expected String, Null but got Number.'],
    ['object', { type: 'object' }, 'x', 'Invalid type. Expected Object but got String.'],
    ['required', { required: ['a', 'b', 'c'] }, { b: 1 }, 'Required properties are missing from object: a, c.'],
    [
      'additionalProperties',
      { properties: {}, additionalProperties: false },
      { x: 1 },
      "Property 'x' has not been defined and the schema does not allow additional properties.",
    ],
    ['pattern', { pattern: '^a$' }, 'X', "String 'X' does not match regex pattern '^a$'."],
    ['minLength', { minLength: 10 }, 'X', "String 'X' is less than minimum length of 10."],
    ['maxLength', { maxLength: 1 }, 'XY', "String 'XY' exceeds maximum length of 1."],
    ['enum', { enum: ['a'] }, 'b', 'Value "b" is not defined in enum.'],
    ['maximum', { maximum: 3 }, 4, 'Integer 4 exceeds maximum value of 3.'],
    ['minimum', { minimum: 3 }, 2.5, 'Float 2.5 is less than minimum value of 3.'],
    [
      'exclusiveMaximum of draft-04',
      { maximum: 3, exclusiveMaximum: true },
      3,
      'Integer 3 equals maximum value of 3 and exclusive maximum is true.',
    ],
    [
      'exclusiveMinimum of later drafts',
      { exclusiveMinimum: 3 },
      3,
      'Integer 3 equals minimum value of 3 and exclusive minimum is true.',
    ],
    ['multipleOf', { multipleOf: 2 }, 3, 'Integer 3 is not a multiple of 2.'],
    ['minItems', { minItems: 2 }, [1], 'Array item count 1 is less than minimum count of 2.'],
    ['maxItems', { maxItems: 0 }, [1], 'Array item count 1 exceeds maximum count of 0.'],
    ['uniqueItems', { uniqueItems: true }, [1, 2, 1], 'Non-unique array item at index 2.'],
    [
      'items',
      { items: [{}], additionalItems: false },
      [1, 2],
      'Index 2 has not been defined and the schema does not allow additional items.',
    ],
    ['minProperties', { minProperties: 1 }, {}, 'Object property count 0 is less than minimum count of 1.'],
    ['const', { const: 1 }, 2, 'Value 2 does not match const.'],
    ['format', { format: 'email' }, 'x', "String 'x' does not validate against format 'email'."],
    [
      'anyOf, without its branches',
      { anyOf: [{ type: 'string' }, { required: ['a'] }] },
      {},
      "JSON does not match any schemas from 'anyOf'.",
    ],
    [
      'oneOf',
      { oneOf: [{ type: 'string' }, { type: 'string' }] },
      'x',
      "JSON is valid against more than one schema from 'oneOf'. Valid schema indexes: 0, 1.",
    ],
    ['not', { not: {} }, 1, "JSON is valid against schema from 'not'."],
    [
      'allOf',
      { allOf: [{ required: ['a'] }, {}, { required: ['b'] }] },
      {},
      "JSON does not match all schemas from 'allOf'. Invalid schema indexes: 0, 2.",
    ],
  ])('%s', (_, schema, body, expected) => {
    expect(details(schema, body)).toBe(expected)
  })

  it('come in the order of the body, an object’s own after those within it', () => {
    const schema = {
      required: ['item'],
      properties: { b: { type: 'string' }, a: { type: 'string' } },
    }
    expect(details(schema, { a: null, b: 1 })).toBe(
      'Invalid type. Expected String but got Null.,Invalid type. Expected String but got Integer.,' +
        'Required properties are missing from object: item.',
    )
  })

  it('are found soon in an object with very many keys', () => {
    const body = Object.fromEntries(Array.from({ length: 200_000 }, (_, number) => [`key${number}`, 1]))
    const findings = compiled({ additionalProperties: false }).validate(body)
    expect(findings).toHaveLength(50)
    expect(findings[1]?.pointer).toBe('/key1')
  })

  it('are at most fifty, and short', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]))
    expect(compiled({ additionalProperties: false }).validate(many)).toHaveLength(50)
    const [finding] = compiled({ maxLength: 1 }).validate('x'.repeat(1_000_000))
    expect(finding?.message?.length).toBeLessThan(1100)
  })
})

describe('compileSchema', () => {
  it('takes no schema as one that everything matches', () => {
    expect(compiled(' \n').validate({ any: 'thing' })).toEqual([])
  })

  it.each([
    'http://json-schema.org/draft-04/schema',
    'http://json-schema.org/draft-04/schema#',
    'https://json-schema.org/draft-04/schema#',
    'http://json-schema.org/draft-06/schema#',
    'https://json-schema.org/draft-07/schema',
    'https://json-schema.org/draft/2019-09/schema',
    'https://json-schema.org/draft/2020-12/schema#',
    'urn:something-else',
  ])('takes $schema %s', ($schema) => {
    expect(details({ $schema, type: 'object', properties: { a: { type: 'null' } } }, { a: 1 })).toBe(
      'Invalid type. Expected Null but got Integer.',
    )
  })

  it('reads a schema without $schema by its keywords', () => {
    expect(details({ prefixItems: [{ type: 'string' }] }, [1])).toBe('Invalid type. Expected String but got Integer.')
    expect(details({ properties: { a: { const: 1 } } }, { a: 2 })).toBe('Value 2 does not match const.')
  })

  it('takes ids that repeat, and keeps a property called id', () => {
    const schema = { properties: { id: { id: '/x', type: 'string' }, b: { id: '/x', type: 'string' } } }
    expect(details(schema, { id: 1 })).toBe('Invalid type. Expected String but got Integer.')
  })

  it('follows references within the schema', () => {
    const schema = { definitions: { t: { type: 'string' } }, properties: { a: { $ref: '#/definitions/t' } } }
    expect(compiled(schema).maybeSlow).toBe(true)
    expect(details(schema, { a: 1 })).toBe('Invalid type. Expected String but got Integer.')
  })

  it('warns of keywords and formats that nobody knows, and goes on', () => {
    const schema = compiled({ type: 'string', format: 'pigeon', wobble: 1 })
    expect(schema.warnings.join()).toContain('wobble')
    expect(schema.warnings.join()).toContain('pigeon')
    expect(schema.validate('x')).toEqual([])
  })

  it('names what is wrong with a schema that cannot be used', () => {
    expect(problem('{')?.code).toBe('schema-not-json')
    expect(problem('[]')?.code).toBe('schema-not-valid')
    expect(problem('{"type":"strin"}')?.code).toBe('schema-not-valid')
    expect(problem('{"pattern":"("}')?.code).toBe('schema-not-valid')
    expect(problem('{"$ref":"https://example.com/lead.json"}')).toMatchObject({
      code: 'schema-not-valid',
      params: { detail: expect.stringContaining('https://example.com/lead.json') },
    })
    expect(problem(' '.repeat(65_537))?.code).toBe('schema-too-large')
    expect(problem(`${'{"not":'.repeat(101)}{}${'}'.repeat(101)}`)?.code).toBe('schema-not-valid')
  })

  it('marks what can be slow', () => {
    expect(compiled({ properties: { a: { pattern: 'x' } } }).maybeSlow).toBe(true)
    expect(compiled({ patternProperties: { '^x': {} } }).maybeSlow).toBe(true)
    expect(compiled({ properties: { pattern: { type: 'string' } } }).maybeSlow).toBe(false)
    expect(compiled({ format: 'email' }).maybeSlow).toBe(true)
  })

  it('says so when a schema refers to itself without end', () => {
    expect(compiled({ $ref: '' }).validate({})).toMatchObject([{ code: 'schema-check-endless' }])
    // Found while compiling already where the reference stands for a whole property.
    expect(problem(JSON.stringify({ properties: { a: { $ref: '#/properties/a' } } }))?.code).toBe('schema-not-valid')
  })

  it('never throws, whatever the schema and the body', () => {
    const keyword = fc.constantFrom('type', 'properties', 'required', 'items', 'enum', 'id', '$ref', 'allOf', 'not')
    const schema = fc.dictionary(keyword, fc.jsonValue())
    fc.assert(
      fc.property(schema, fc.jsonValue(), (wild, body) => {
        const result = compileSchema(JSON.stringify(wild))
        if (result.ok) expect(Array.isArray(result.validate(JSON.parse(JSON.stringify(body))))).toBe(true)
      }),
      { numRuns: 150 },
    )
  }, 30_000)
})
