import type { JsonValue } from '@shared/json-value'
import { documentedPath, type LeadFieldKey, leadFields } from '@shared/lead/lead-field'
import { type RecognisedLead, recognise } from '@shared/lead/recognise'
import type { SampleId } from '@shared/lead/sample-id'
import { buildSample } from '@shared/lead/samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

function lead(body: JsonValue): RecognisedLead {
  const recognised = recognise(body)
  if (!recognised) throw new Error('not a lead')
  return recognised
}

function sample(id: SampleId): RecognisedLead {
  return lead(JSON.parse(new TextDecoder().decode(buildSample(id).body)))
}

/** Code, severity, field and pointer of each finding: what matters of them here. */
function findings(recognised: RecognisedLead): readonly string[] {
  return recognised.findings.map(
    ({ severity, code, field, pointer }) => `${severity} ${code} ${field ?? '-'} ${pointer}`,
  )
}

const whole = {
  UserDetails: { FirstName: 'F', LastName: 'L', Email: 'a@b.c', Phone: '1', Country: 'US', Company: 'C', Title: 'T' },
  LeadSource: 'SPZA',
  ActionCode: 'PLT',
  OfferTitle: 'O',
  Description: 'D',
}

describe('recognise', () => {
  it('reads every field of the article’s sample, and finds nothing wrong', () => {
    const recognised = sample('article')
    for (const { key, path } of leadFields) {
      expect(recognised.readings[key]).toMatchObject({ state: 'present', sentPath: path })
    }
    expect(recognised).toMatchObject({ findings: [], otherFields: [], shape: '2020', isTest: false })
    expect(recognised.texts.email).toBe('someone@contoso.com')
    expect(recognised.source).toMatchObject({ source: 'AzureMarketplace', action: null, offer: null })
  })

  it('marks the test lead of Partner Center', () => {
    expect(sample('partner-center-test')).toMatchObject({ isTest: true, findings: [] })
  })

  it('reads keys in any case, and says which a flow will not see', () => {
    const recognised = sample('camel-case-keys')
    expect(recognised.texts.firstName).toBe('Some')
    expect(recognised.readings.email).toMatchObject({ sentPath: ['userDetails', 'email'] })
    expect(findings(recognised)).toContain('warning key-case-differs - /userDetails')
    expect(findings(recognised)).toContain('warning key-case-differs email /userDetails/email')
    expect(recognised.findings).toHaveLength(12)
  })

  it('takes the exact key when a field comes twice, whichever is first', () => {
    for (const body of [
      { ...whole, actioncode: 'X' },
      { actioncode: 'X', ...whole },
    ]) {
      expect(lead(body).texts.actionCode).toBe('PLT')
      expect(findings(lead(body))).toEqual(['warning duplicate-key actionCode /actioncode'])
    }
    const twice = lead({ userDetails: { FirstName: 'wrong' }, ...whole })
    expect(twice.texts.firstName).toBe('F')
    expect(findings(twice)).toEqual(['warning duplicate-key - /userDetails'])
  })

  it('tells null, blank, missing and not text apart', () => {
    const recognised = lead({
      ...whole,
      UserDetails: { FirstName: null, LastName: ' ', Phone: 5, Email: 'a@b.c', Country: 'US', Company: '' },
    })
    expect(recognised.readings).toMatchObject({
      firstName: { state: 'null' },
      lastName: { state: 'blank', value: ' ' },
      phone: { state: 'not-text', value: 5 },
      title: { state: 'missing' },
    })
    expect(recognised.texts).toMatchObject({ firstName: '', phone: '5', title: '' })
    expect(findings(recognised)).toEqual([
      'warning field-null firstName /UserDetails/FirstName',
      'warning field-blank lastName /UserDetails/LastName',
      'warning field-not-text phone /UserDetails/Phone',
      'info field-blank company /UserDetails/Company',
      'info field-missing title /UserDetails',
    ])
  })

  it('knows the shape of 2018 and does not miss its Description', () => {
    const { Description: _, ...older } = whole
    expect(lead(older)).toMatchObject({ shape: '2018', findings: [] })
  })

  it('warns of a code that forbids contact, and notes unknown codes and sources', () => {
    expect(findings(sample('do-not-contact'))).toEqual(['warning do-not-contact actionCode /ActionCode'])
    expect(findings(lead({ ...whole, ActionCode: 'NEW', LeadSource: 'Fair-INS|a.b' }))).toEqual([
      'info lead-source-unknown leadSource /LeadSource',
      'info action-code-unknown actionCode /ActionCode',
    ])
  })

  it.each(['someone', 'a@b', '@b.c', 'a@b@c.d', 'a b@c.d', 'a@b..c', 'a@b.'])('doubts the address %s', (Email) => {
    const doubted = lead({ ...whole, UserDetails: { ...whole.UserDetails, Email } })
    expect(findings(doubted)).toEqual(['warning email-not-valid email /UserDetails/Email'])
  })

  it.each([
    ['missing', undefined, ['warning user-details-missing - ']],
    ['null', null, ['warning user-details-missing - /UserDetails']],
    ['text', '{"FirstName":"Some"}', ['warning user-details-as-text - /UserDetails']],
    ['an array', [], ['warning user-details-as-text - /UserDetails']],
  ])('says once that UserDetails is %s', (_, UserDetails, expected) => {
    const body = JSON.parse(JSON.stringify({ ...whole, UserDetails }))
    expect(findings(lead(body))).toEqual(expected)
  })

  it('lists undocumented keys with their path and value', () => {
    const recognised = lead({ ...whole, 'a/b~': { deep: 1 }, UserDetails: { ...whole.UserDetails, City: 'X' } })
    expect(recognised.otherFields).toEqual([
      { sentPath: ['a/b~'], value: { deep: 1 } },
      { sentPath: ['UserDetails', 'City'], value: 'X' },
    ])
    expect(findings(recognised)).toEqual([
      'info field-undocumented - /a~1b~0',
      'info field-undocumented - /UserDetails/City',
    ])
  })

  it('reads the first lead of an array and says that a flow reads none', () => {
    const recognised = lead([1, { ...whole, LeadSource: null }, whole])
    expect(recognised.readings.firstName).toMatchObject({ sentPath: ['1', 'UserDetails', 'FirstName'] })
    expect(findings(recognised)).toEqual(['warning array-of-leads - ', 'warning field-null leadSource /1/LeadSource'])
    expect(recognised.findings[0]?.params).toEqual({ count: 3 })
  })

  it.each<JsonValue>([null, 1, 'text', [], {}, [[]], { FirstName: 'x' }, { __proto__: { LeadSource: 'x' } }])(
    'takes %j for no lead',
    (body) => expect(recognise(body)).toBeNull(),
  )

  it('takes any one documented field for a lead', () => {
    for (const { key, path } of leadFields) {
      const [first = '', second] = path
      const body = second === undefined ? { [first]: 'x' } : { [first]: { [second]: 'x' } }
      expect(lead(body).texts[key]).toBe('x')
    }
  })

  it('stays small on bodies with very many keys', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]))
    const recognised = lead({ ...whole, ...many })
    expect(recognised.otherFields).toHaveLength(200)
    expect(recognised.findings.length).toBeLessThanOrEqual(60)
  })

  it('never throws, and points only at what is there', () => {
    const names = leadFields.flatMap(({ path }) => path).concat('UserDetails')
    const key = fc.oneof(
      fc.constantFrom(...names, ...names.map((name) => name.toLowerCase()), '__proto__', 'a/b'),
      fc.string(),
    )
    const tree = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<JsonValue>(null, '', ' ', 'x', 1, true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 8 }),
      ),
    })).value
    fc.assert(
      fc.property(tree, (wild) => {
        const body: JsonValue = JSON.parse(JSON.stringify(wild))
        const recognised = recognise(body)
        if (!recognised) return
        for (const { pointer } of recognised.findings) expect(exists(body, pointer)).toBe(true)
        for (const reading of Object.values(recognised.readings)) {
          if (reading.state !== 'missing') expect(has(body, reading.sentPath)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
    let deep: JsonValue = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(lead({ ...whole, LeadSource: deep }).readings.leadSource.state).toBe('not-text')
  })

  it('names the documented path of each field', () => {
    const keys: readonly LeadFieldKey[] = leadFields.map(({ key }) => key)
    expect(keys.map((key) => documentedPath(key).join('.'))).toContain('UserDetails.FirstName')
  })
})

function exists(body: JsonValue, pointer: string): boolean {
  return has(
    body,
    pointer
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
  )
}

function has(body: JsonValue, path: readonly string[]): boolean {
  let value: unknown = body
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return false
    value = Object.getOwnPropertyDescriptor(value, part)?.value
  }
  return true
}
