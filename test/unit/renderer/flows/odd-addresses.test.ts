import { expect, it } from 'vitest'
import { oddAddresses } from '../../../../src/renderer/src/flows/actions/odd-addresses'

it.each([
  ['', []],
  ['me@contoso.com; Some One <one@contoso.com>;', []],
  ["@{triggerBody()?['Email']}; sales-@{triggerBody()?['Country']}@contoso.com", []],
  ['not a mail; also@; ok@contoso.com', ['not a mail', 'also@']],
  ['a@contoso.com, b@contoso.com', ['a@contoso.com, b@contoso.com']],
])('in “%s” these are no addresses: %j', (text, odd) => {
  expect(oddAddresses(text)).toEqual(odd)
})
