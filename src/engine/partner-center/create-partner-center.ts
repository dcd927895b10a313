import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { PartnerCenterCommands } from '@shared/contract/partner-center-commands'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { ownFlowId } from '@shared/partner-center/check-connection'
import type { Offer } from '@shared/partner-center/offer'
import type { Validation } from '@shared/partner-center/validation'
import { createSender } from '../sender/sender'
import type { Storage } from '../storage/open-storage'
import { createArrivals } from './arrivals'
import { deliverLead } from './deliver-lead'
import { createLeadStreams } from './lead-streams'
import { createValidations } from './validations'

export type PartnerCenterParts = {
  readonly storage: Pick<Storage, 'offers' | 'flows'>
  readonly publish: (event: EngineEvent) => void
  readonly times?: Partial<typeof defaultTimes>
}

/**
 * How long an answer to the test lead and to other leads is waited for, how long a lead is looked for that was taken, and
 * the pause before one is sent again. Partner Center's own are not documented; a flow may take 120 s for its answer.
 */
const defaultTimes = { validationMs: 120_000, leadMs: 30_000, arrivalMs: 3000, retryMs: 1000 }

/** The rehearsal of Partner Center: offers, their connection, the test lead, and leads after publishing. */
export type PartnerCenterEngine = {
  readonly handlers: Handlers<PartnerCenterCommands>
  /** To be called with every stored batch of leads. */
  readonly hearStored: (summaries: readonly LeadSummary[]) => void
  /** Stops what sends, and waits for it. */
  readonly close: () => Promise<void>
}

export function createPartnerCenter(parts: PartnerCenterParts): PartnerCenterEngine {
  const { publish, storage } = parts
  const { offers, flows } = storage
  const times = { ...defaultTimes, ...parts.times }
  const arrivals = createArrivals()
  // No file is ever read for a lead.
  const newSender = () => createSender({ isApproved: () => false })
  const sender = newSender()
  const closing = new AbortController()
  const common = { publish, arrivals, createSender: newSender }
  const validations = createValidations({
    ...common,
    flows: flows.list,
    timeoutMs: times.validationMs,
    arrivalMs: times.arrivalMs,
  })
  const streams = createLeadStreams({ ...common, timeoutMs: times.leadMs, retryMs: times.retryMs })

  /** What offers were before they were disconnected. In memory only: a URL that was taken out is not kept. */
  const disconnected = new Map<string, Pick<Offer, 'connection' | 'published' | 'validatedAt'>>()

  /** Tells of the offers, and gives the one that was changed. */
  function told(offer: Offer): Offer {
    publish({ type: 'offers-changed', offers: offers.list() })
    return offer
  }

  function isOwn(url: string): boolean {
    const ids = flows.list().map(({ id }) => id)
    return ownFlowId(url, ids) !== null
  }

  /** The URL of an offer that is connected. The window asks for nothing else. */
  function urlOf({ connection }: Offer): string {
    if (connection === null) throw new AppError('bad-input', { detail: 'connection' })
    return connection.url
  }

  function publishedOffer(id: string): Offer {
    const offer = offers.get(id)
    if (!offer.published) throw new AppError('bad-input', { detail: 'published' })
    return offer
  }

  async function validate(id: string, reason: Validation['reason']): Promise<Validation> {
    const url = urlOf(offers.get(id))
    const validation = await validations.run(id, url, reason)
    if (validation.state !== 'passed') return validation
    // The offer may have been changed or deleted meanwhile.
    const isSame = offers.list().some((offer) => offer.id === id && offer.connection?.url === url)
    if (isSame) told(offers.change(id, { validatedAt: Date.now() }))
    return validation
  }

  return {
    handlers: {
      'partner-center.get': () => ({
        offers: offers.list(),
        validations: validations.list(),
        streams: streams.list(),
      }),

      'offer.create': (details) => {
        const offer = { ...details, id: randomUUID(), connection: null, published: false, validatedAt: null }
        offers.insert(offer)
        return told(offer)
      },
      'offer.change': ({ id, changes: { name, offerId } }) =>
        told(offers.change(id, { ...(name !== undefined && { name }), ...(offerId !== undefined && { offerId }) })),
      'offer.duplicate': ({ id, name }) => {
        const copy = { ...offers.get(id), id: randomUUID(), name, published: false }
        offers.insert(copy)
        return told(copy)
      },
      'offer.delete': ({ id }) => {
        offers.delete(id)
        validations.forget(id)
        streams.forget(id)
        publish({ type: 'offers-changed', offers: offers.list() })
        return null
      },
      'offer.restore': ({ id }) => told(offers.restore(id)),

      'offer.connect': ({ id, connection }) => {
        const isOther = offers.get(id).connection?.url !== connection.url
        if (isOther) {
          validations.forget(id)
          streams.forget(id)
        }
        disconnected.delete(id)
        return told(offers.change(id, { connection, ...(isOther && { validatedAt: null }) }))
      },
      'offer.disconnect': ({ id }) => {
        const offer = offers.get(id)
        urlOf(offer)
        const { connection, published, validatedAt } = offer
        const apart = offers.change(id, { connection: null, published: false, validatedAt: null })
        disconnected.set(id, { connection, published, validatedAt })
        validations.forget(id)
        streams.forget(id)
        return told(apart)
      },
      'offer.reconnect': ({ id }) => {
        const before = disconnected.get(id)
        if (before === undefined) throw new AppError('bad-input', { detail: 'connection' })
        const offer = offers.change(id, before)
        disconnected.delete(id)
        return told(offer)
      },
      'offer.validate': ({ id }) => validate(id, 'validate'),
      'offer.stop-validation': ({ id }) => {
        validations.stop(id)
        return null
      },
      'offer.publish': ({ id }) => {
        urlOf(offers.get(id))
        told(offers.change(id, { published: true }))
        return validate(id, 'publish')
      },
      'offer.unpublish': ({ id }) => {
        streams.stop(id)
        return told(offers.change(id, { published: false }))
      },

      'offer.send-lead': ({ id, actionCode, source }) => {
        const offer = publishedOffer(id)
        const url = urlOf(offer)
        return deliverLead({
          ...{ offer, url, actionCode, source, arrivals },
          isOwn: isOwn(url),
          send: sender.send,
          timeoutMs: times.leadMs,
          arrivalMs: times.arrivalMs,
          signal: closing.signal,
        })
      },
      'offer.start-stream': ({ id, options }) => {
        const offer = publishedOffer(id)
        const url = urlOf(offer)
        return streams.start(offer, url, isOwn(url), options)
      },
      'offer.stop-stream': ({ id }) => {
        streams.stop(id)
        return null
      },
    },
    hearStored: arrivals.hear,
    async close() {
      closing.abort()
      await Promise.all([validations.close(), streams.close()])
      sender.close()
    },
  }
}
