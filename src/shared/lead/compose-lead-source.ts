import type { LeadSourceParts } from './lead-source'

/** The parts that a form asks for; '' leaves a part out. */
export type LeadSourceInput = Readonly<Record<'source' | 'action' | 'publisher' | 'offerId', string>>

/** `Source-Action|publisher.offer`, without the parts that are empty. */
export function composeLeadSource({ source, action, publisher, offerId }: LeadSourceInput): string {
  const offer = [publisher.trim(), offerId.trim()].filter((part) => part !== '').join('.')
  const head = action.trim() === '' ? source.trim() : `${source.trim()}-${action.trim()}`
  return offer === '' ? head : `${head}|${offer}`
}

/** The parts of a lead source as the form shows them; an offer without a dot counts as the offer's ID. */
export function leadSourceInput({ source, action, offer, publisher, offerId }: LeadSourceParts): LeadSourceInput {
  const isWhole = publisher === null && offerId === null
  return {
    source,
    action: action ?? '',
    publisher: publisher ?? '',
    offerId: isWhole ? (offer ?? '') : (offerId ?? ''),
  }
}
