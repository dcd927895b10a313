import { type Completion, CompletionContext } from '@codemirror/autocomplete'
import { json } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import body from '@resources/locales/en/body.json'
import lead from '@resources/locales/en/lead.json'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { jsonContextAt } from '../../../../../src/renderer/src/composer/body/json-context'
import { leadCompletion } from '../../../../../src/renderer/src/composer/body/lead-completion'
import { fieldOfPath, schemaProperties } from '../../../../../src/renderer/src/composer/body/lead-knowledge'

const i18n = i18next.createInstance()
void i18n.init({ lng: 'en', resources: { en: { body, lead } }, ns: ['body', 'lead'], initAsync: false })
const t = i18n.getFixedT<['body', 'lead']>('en', ['body', 'lead'])

/** The state of a text with the cursor at its bar. */
function at(marked: string): { readonly state: EditorState; readonly position: number } {
  const position = marked.indexOf('|')
  return { state: EditorState.create({ doc: marked.replace('|', ''), extensions: json() }), position }
}

function context(marked: string) {
  const { state, position } = at(marked)
  return jsonContextAt(state, position)
}

function offered(marked: string): readonly Completion[] {
  const { state, position } = at(marked)
  return leadCompletion(() => t)(new CompletionContext(state, position, true))?.options ?? []
}

describe('where the cursor is', () => {
  it('knows keys and values of text that is still being written', () => {
    expect(context('{"UserDetails": {"Fi|"}}')).toMatchObject({ kind: 'key', path: ['UserDetails'] })
    expect(context('{"ActionCode": "I|"}')).toMatchObject({ kind: 'value', path: ['ActionCode'] })
    expect(context('{"ActionCode": |}')).toMatchObject({ kind: 'value', path: ['ActionCode'] })
    expect(context('{"a": 1, |')).toMatchObject({ kind: 'key', path: [], siblings: ['a'] })
    expect(context('{|}')).toMatchObject({ kind: 'key', path: [] })
  })

  it('offers nothing where a lead has no field', () => {
    expect(context('|')).toBe(null)
    expect(context('[1, |]')).toBe(null)
    expect(context('[{"a": "|"}]')).toMatchObject({ path: null })
    expect(offered('{"other": {"|"}}')).toEqual([])
  })
})

describe('completion', () => {
  it('offers the keys that are not there yet, whatever their case', () => {
    const keys = offered('{"leadSource": "x", "|"}').map(({ label }) => label)
    expect(keys).toEqual(['"UserDetails"', '"ActionCode"', '"OfferTitle"', '"Description"'])
    expect(offered('{"UserDetails": {"|"}}').map(({ label }) => label)[0]).toBe('"FirstName"')
  })

  it('explains the documented values', () => {
    expect(offered('{"ActionCode": "|"}').find(({ label }) => label === '"PLT"')?.info).toBe(lead.actionCode.PLT)
    expect(offered('{"leadsource": "|"}').map(({ label }) => label)).toContain('"SPZA-PLT|publisher.offer"')
  })
})

describe('the lead schema', () => {
  it('has the fields in the articles’ order, with their types', () => {
    expect(schemaProperties([])[0]).toEqual({ name: 'UserDetails', type: 'object' })
    expect(
      schemaProperties(['userdetails'])
        .map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['FirstName', 'LastName'])
    expect(schemaProperties(['ActionCode'])).toEqual([])
    expect(fieldOfPath(['userDetails', 'email'])).toBe('email')
    expect(fieldOfPath(['Email'])).toBe(null)
  })
})
