import finding from '@resources/locales/en/finding.json'
import lead from '@resources/locales/en/lead.json'
import { knownActionCodes } from '@shared/lead/action-code'
import { leadFields } from '@shared/lead/lead-field'
import { knownLeadSources } from '@shared/lead/lead-source'
import { recognise } from '@shared/lead/recognise'
import { sampleIds } from '@shared/lead/sample-id'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { explainJsonError } from '../../../../src/engine/ingest/explain-json-error'
import { parseJson } from '../../../../src/engine/ingest/parse-json'

const i18n = i18next.createInstance()
void i18n.init({
  lng: 'en',
  resources: { en: { finding, lead } },
  ns: ['finding', 'lead'],
  interpolation: { escapeValue: false },
  initAsync: false,
})

function say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  // A runtime check of the texts themselves; the typed keys are the window's business.
  return String(Reflect.apply(i18n.t, i18n, [key, params]))
}

describe('the English texts', () => {
  it('have a word for every field, value and sample', () => {
    expect(Object.keys(lead.field)).toEqual(leadFields.map(({ key }) => key))
    expect(Object.keys(lead.source)).toEqual(expect.arrayContaining([...knownLeadSources]))
    expect(Object.keys(lead.actionCode)).toEqual(expect.arrayContaining([...knownActionCodes]))
    expect(Object.keys(lead.sample)).toEqual([...sampleIds])
  })

  it('explain broken JSON in one sentence', () => {
    const parsed = parseJson('{\n"a": 1\n"b"}')
    if (parsed.ok) throw new Error('taken as JSON')
    expect(say('finding:json-error.what', parsed.finding.params)).toBe(
      'The body is not JSON: line 3, column 1 has “"” where a comma (,) or the closing brace of the object should be.',
    )
    const cut = parseJson('{"a"')
    if (cut.ok) throw new Error('taken as JSON')
    expect(say('finding:json-error.what', cut.finding.params)).toContain('the end of the text')
  })

  it('name everything that JSON can lack', () => {
    const broken = ['x', '{1', '{"a" 1', '{"a":1 2', '[1 2', '1 2', '"', '"\\x"', '"\n"', '1.x', 'tx']
    const expectations = broken.map((text) => explainJsonError(text).expected)
    expect(new Set(expectations)).toEqual(new Set(Object.keys(finding.jsonExpected)))
  })

  it('put values into sentences as they are, and run nothing in them', () => {
    const name = '$t(lead:field.email) {{name}}'
    const found = recognise({ LeadSource: 'SPZA', [name]: 1 })?.findings.find(
      ({ code }) => code === 'field-undocumented',
    )
    expect(say('finding:field-undocumented.what', found?.params)).toBe(
      `“${name}” is not among the documented fields of a lead.`,
    )
  })
})
