import { composeLeadSource } from '../lead/compose-lead-source'
import { companies, jobTitles, people, wishes } from './people'

export type LeadOrder = {
  readonly offer: { readonly name: string; readonly offerId: string }
  readonly actionCode: string
  readonly source: string
  /** Stands in the e-mail address and in nothing else, so that the lead can be told when it arrives. Letters and digits. */
  readonly mark: string
  /** Numbers from 0 up to 1, see {@link seededRandom}. */
  readonly random: () => number
}

export type MadeLead = { readonly text: string; readonly name: string; readonly email: string }

/**
 * A lead of a made-up person in the articles' shape, as JSON text. E-mail addresses are on the domains that are kept for
 * examples (RFC 2606), so that nobody real is written to.
 */
export function makeLead({ offer, actionCode, source, mark, random }: LeadOrder): MadeLead {
  const { country, firstNames, lastNames, phonePrefix } = oneOf(people, random)
  const firstName = oneOf(firstNames, random)
  const lastName = oneOf(lastNames, random)
  const email = addressOf(firstName, lastName, mark, random)
  const lead = {
    UserDetails: {
      FirstName: firstName,
      LastName: lastName,
      Email: email,
      Phone: `${phonePrefix}${10 + Math.floor(random() * 90)}`,
      Country: country,
      Company: oneOf(companies, random),
      Title: oneOf(jobTitles, random),
    },
    LeadSource: composeLeadSource({ source, action: actionCode, publisher: '', offerId: offer.offerId }),
    ActionCode: actionCode,
    OfferTitle: offer.name,
    Description: oneOf(wishes, random),
  }
  return { text: JSON.stringify(lead, null, 2), name: `${firstName} ${lastName}`, email }
}

/** Mulberry32: small, and the same numbers for the same seed. Not for secrets. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function oneOf<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('There is nothing to choose from.')
  return item
}

/** Of names in other scripts nothing readable is left, so these are customers with a number. */
function addressOf(firstName: string, lastName: string, mark: string, random: () => number): string {
  const latin = (name: string) =>
    name
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/g, '')
      .toLowerCase()
  const parts = [latin(firstName), latin(lastName)].filter((part) => part !== '')
  const name = parts.length === 2 ? parts.join('.') : `customer${1000 + Math.floor(random() * 9000)}`
  return `${name}+${mark}@${oneOf(['example.com', 'example.org', 'example.net'], random)}`
}
