import { type LeadFormState, readLeadForm, writeLeadField } from '@shared/lead/lead-form'
import { galleryGroups } from '@shared/lead/sample-gallery'
import { type SampleId, sampleIds } from '@shared/lead/sample-id'
import { buildSample } from '@shared/lead/samples'
import { describe, expect, it } from 'vitest'

const phone = ['UserDetails', 'Phone']

function sample(id: SampleId): string {
  return new TextDecoder().decode(buildSample(id).body)
}

function form(text: string): LeadFormState {
  const state = readLeadForm(text)
  if ('problem' in state) throw new Error(state.problem.code)
  return state
}

function problem(text: string): unknown {
  const state = readLeadForm(text)
  return 'problem' in state ? state.problem : null
}

describe('reading a lead as a form', () => {
  it('tells text, blank, null, other kinds and what is not sent', () => {
    const text =
      '{"UserDetails":{"FirstName":"Ann","LastName":"","Phone":null,"Company":{"a":1}},"LeadSource":{{source}}}'
    expect(form(text).fields).toMatchObject({
      firstName: { state: 'text', value: 'Ann' },
      lastName: { state: 'text', value: '' },
      phone: { state: 'null' },
      company: { state: 'not-text', json: '{"a":1}' },
      email: { state: 'absent' },
      leadSource: { state: 'variable', value: '{{source}}' },
    })
  })

  it('knows keys in other case, and prefers the documented one', () => {
    expect(form(sample('camel-case-keys')).fields.firstName).toEqual({
      state: 'text',
      value: 'Some',
      sentKey: 'firstName',
    })
    expect(form('{"actionCode":"A","ActionCode":"B"}').fields.actionCode).toMatchObject({ value: 'B' })
  })

  it('takes the first lead of a list', () => {
    const list = form('[{"a":1},{"ActionCode":"INS"}]')
    expect(list).toMatchObject({ root: ['1'], count: 2, fields: { actionCode: { value: 'INS' } } })
  })

  it('says why it cannot', () => {
    expect(problem(' \n')).toEqual({ code: 'empty' })
    expect(problem('"text"')).toEqual({ code: 'not-object' })
    expect(problem('{{lead}}')).toEqual({ code: 'variable' })
    expect(problem('['.repeat(200))).toEqual({ code: 'too-deep' })
    expect(problem('{\r\n"a": 1\r\n"b": 2}')).toEqual({
      code: 'not-json',
      line: 3,
      column: 1,
      expected: 'comma-or-end-of-object',
      found: '"',
    })
  })
})

describe('writing a field', () => {
  it('changes the article’s sample in one place only', () => {
    const text = sample('article')
    expect(writeLeadField(text, phone, '123')).toBe(text.replace('16175555555', '123'))
    expect(writeLeadField(text, phone, null)).toBe(text.replace('"16175555555"', 'null'))
    expect(writeLeadField(text, phone, undefined)).toBe(text.replace('\n    "Phone": "16175555555",', ''))
    expect(writeLeadField(writeLeadField(text, phone, undefined), phone, '16175555555')).toBe(text)
    expect(writeLeadField(text, ['Description'], undefined)).toBe(
      text.replace(',\n  "Description": "Test run through Power Automate"', ''),
    )
  })

  it('edits keys in other case as they are', () => {
    const text = sample('camel-case-keys')
    expect(writeLeadField(text, ['UserDetails', 'FirstName'], 'Ann')).toBe(text.replace('"Some"', '"Ann"'))
  })

  it('makes UserDetails where there is none, in the manner of the text', () => {
    expect(writeLeadField('{}', phone, '1')).toBe('{\n  "UserDetails": {\n    "Phone": "1"\n  }\n}')
    expect(writeLeadField('{"ActionCode":"INS"}', phone, '1')).toBe('{"UserDetails":{"Phone":"1"},"ActionCode":"INS"}')
    expect(writeLeadField('{"UserDetails":null}', phone, '1')).toBe('{"UserDetails":{"Phone":"1"}}')
    expect(writeLeadField('{"UserDetails":null}', phone, undefined)).toBe('{"UserDetails":null}')
  })

  it('keeps variables: quoted ones quoted, others without quotes', () => {
    const text = '{"ActionCode":{{code}},"LeadSource":"{{source}}","x":[{{a}}, {{b}}.5]}'
    expect(writeLeadField(text, ['LeadSource'], 'SPZA')).toBe(text.replace('{{source}}', 'SPZA'))
    expect(writeLeadField(text, ['ActionCode'], '{{other}}')).toBe(text.replace('{{code}}', '{{other}}'))
    expect(writeLeadField(text, ['ActionCode'], 'INS')).toBe(text.replace('{{code}}', '"INS"'))
  })

  it('keeps a text’s escapes while it says the same', () => {
    const text = String.raw`{"OfferTitle":"caf\u00e9"}`
    expect(writeLeadField(text, ['OfferTitle'], 'café')).toBe(text)
  })

  it('gives back what it cannot edit', () => {
    for (const text of ['', 'no', '"text"', '{"ActionCode":']) expect(writeLeadField(text, phone, '1')).toBe(text)
  })
})

describe('the gallery', () => {
  it('has every sample once', () => {
    const ids = galleryGroups.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'sample'))
    expect(ids.map(({ id }) => id).sort()).toEqual([...sampleIds].sort())
  })
})
