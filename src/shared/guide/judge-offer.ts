import type { GuideFlow, GuideOffer } from './guide-facts'
import type { GuidePlace, GuideSeen, GuideStepId } from './guide-steps'
import { type Judgement, seen, shownName } from './judgement'

type OfferStep = Extract<GuideStepId, 'offer' | 'connect' | 'validate' | 'publish' | 'lead'>

const makeIt: Judgement = { isDone: false, seen: null, place: { kind: 'new-offer' } }

/** *Connect Partner Center* and *Receive leads*: all of it over the connection to the followed flow. */
export function judgeOffer(offer: GuideOffer | null, flow: GuideFlow | null): Readonly<Record<OfferStep, Judgement>> {
  if (offer === null) return { offer: makeIt, connect: makeIt, validate: makeIt, publish: makeIt, lead: makeIt }
  const { id: offerId, validatedAt, lead } = offer
  const params = { offer: shownName(offer.name) }
  const isConnected = offer.connectedTo === 'flow'
  const isPublished = isConnected && offer.isPublished
  const connect: GuidePlace = { kind: 'connect', offerId }
  /** Before the connection leads to the flow nothing else of the offer counts. */
  const place = (kind: 'validate' | 'publish' | 'send-lead'): GuidePlace => (isConnected ? { kind, offerId } : connect)
  return {
    offer: { isDone: true, seen: seen('offerMade', params), place: { kind: 'offer', offerId } },
    connect: { isDone: isConnected, seen: connectionSeen(offer, flow), place: connect },
    validate: {
      isDone: isConnected && validatedAt !== null,
      seen: isConnected && validatedAt !== null ? seen('validated', params, validatedAt) : null,
      place: place('validate'),
    },
    publish: {
      isDone: isPublished,
      seen: isPublished ? seen('published', params) : null,
      place: place('publish'),
    },
    lead: {
      isDone: isPublished && lead !== null,
      seen: isPublished && lead !== null ? seen('leadArrived', params, lead.at) : null,
      place:
        isPublished && lead !== null ? { kind: 'lead', id: lead.id } : place(isPublished ? 'send-lead' : 'publish'),
    },
  }
}

function connectionSeen({ name, connectedTo }: GuideOffer, flow: GuideFlow | null): GuideSeen | null {
  const params = { offer: shownName(name), flow: shownName(flow?.name ?? '') }
  switch (connectedTo) {
    case 'nothing':
      return null
    case 'flow':
      return seen('connected', params)
    case 'old-url':
      return seen('connectedOld', params)
    case 'elsewhere':
      return seen('connectedElsewhere', params)
  }
}
