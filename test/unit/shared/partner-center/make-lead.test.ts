import { isEmailAddress } from '@shared/lead/email-address'
import { recognise } from '@shared/lead/recognise'
import { makeLead, seededRandom } from '@shared/partner-center/make-lead'
import { expect, test } from 'vitest'

const order = { offer: { name: 'CRM Connector', offerId: 'contoso.crm' }, actionCode: 'INS', source: 'SPZA' }

test('the same seed gives the same lead, another seed another', () => {
  const made = (seed: number) => makeLead({ ...order, mark: 'x1', random: seededRandom(seed) })
  expect(made(7)).toEqual(made(7))
  expect(new Set([1, 2, 3, 4, 5].map((seed) => made(seed).text)).size).toBe(5)
})

test('every lead has all the fields, and an address that nobody has', () => {
  const random = seededRandom(1)
  for (let at = 0; at < 500; at++) {
    const { text, email, name } = makeLead({ ...order, mark: `x${at}`, random })
    const { UserDetails, ...rest } = JSON.parse(text)
    expect(Object.values(UserDetails).every((value) => typeof value === 'string' && value !== '')).toBe(true)
    expect(isEmailAddress(email)).toBe(true)
    expect(email).toMatch(new RegExp(`\\+x${at}@example\\.(com|net|org)$`))
    expect(name).toBe(`${UserDetails.FirstName} ${UserDetails.LastName}`)
    expect(rest).toMatchObject({ LeadSource: 'SPZA-INS|contoso.crm', ActionCode: 'INS', OfferTitle: 'CRM Connector' })
  }
})

test('an offer without an id leaves it out', () => {
  const { text } = makeLead({ ...order, offer: { name: 'X', offerId: '' }, mark: 'a', random: seededRandom(1) })
  expect(JSON.parse(text).LeadSource).toBe('SPZA-INS')
  expect(recognise(JSON.parse(text))).not.toBeNull()
})
