import { knownActionCode } from '@shared/lead/action-code'
import { parseDescription } from '@shared/lead/description-parameters'
import { knownLeadSource, parseLeadSource } from '@shared/lead/lead-source'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('parseLeadSource', () => {
  it.each([
    ['AzureMarketplace', ['AzureMarketplace', null, null, null, null]],
    [
      'AzureMarketplace-INS|publisherid.offerid',
      ['AzureMarketplace', 'INS', 'publisherid.offerid', 'publisherid', 'offerid'],
    ],
    ['SPZA | contoso.crm.plan ', ['SPZA', null, 'contoso.crm.plan', 'contoso', 'crm.plan']],
    ['SPZA-INS|offer-with-dash', ['SPZA', 'INS', 'offer-with-dash', null, null]],
    ['-|', ['', null, null, null, null]],
    ['', ['', null, null, null, null]],
  ])('takes %j apart', (text, expected) => {
    const { source, action, offer, publisher, offerId } = parseLeadSource(text)
    expect([source, action, offer, publisher, offerId]).toEqual(expected)
  })

  it('takes any text', () => {
    fc.assert(fc.property(fc.string(), (text) => text.includes(parseLeadSource(text).source)))
  })
})

describe('known values', () => {
  it('are found in any case', () => {
    expect(knownLeadSource('spza')).toBe('SPZA')
    expect(knownLeadSource('Fair')).toBeNull()
    expect(knownActionCode('create')).toBe('Create')
    expect(knownActionCode('NEW')).toBeNull()
  })
})

describe('parseDescription', () => {
  it('gives the parameters of AppSource', () => {
    expect(parseDescription('{"mktcmpid":"autumn","partnerid":1}')).toEqual([
      { name: 'mktcmpid', value: 'autumn' },
      { name: 'partnerid', value: '1' },
    ])
  })

  it.each(['Campaigns: ', ' ', '{broken', '[1]', '"text"'])('leaves %j as text', (text) => {
    expect(parseDescription(text)).toBeNull()
  })
})
