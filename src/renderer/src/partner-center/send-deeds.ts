import type { StreamOptions } from '@shared/partner-center/lead-stream'
import i18next from 'i18next'
import { callEngine } from '../state/bridge'
import { addDelivery, usePartnerCenter } from '../state/partner-center-store'
import { showErrorToast } from '../state/toast-store'

// What the engine tells of the work under way comes as events; here only what keeps it from beginning is told.

export function validateOffer(id: string): Promise<void> {
  return orExplain(callEngine('offer.validate', { id }), i18next.t('partner:validate.failedToStart'))
}

export function stopValidation(id: string): Promise<void> {
  return orExplain(callEngine('offer.stop-validation', { id }), i18next.t('partner:validate.failedToStart'))
}

/** Publishes the offer, which sends the test lead once more. */
export function publishOffer(id: string): Promise<void> {
  return orExplain(callEngine('offer.publish', { id }), i18next.t('partner:publish.failedToStart'))
}

export function unpublishOffer(id: string): Promise<void> {
  return orExplain(callEngine('offer.unpublish', { id }), i18next.t('partner:publish.failedToStop'))
}

export function sendLead(id: string, actionCode: string, source: string): Promise<void> {
  const work = callEngine('offer.send-lead', { id, actionCode, source }).then((delivery) => addDelivery(id, delivery))
  return orExplain(work, i18next.t('partner:lead.failedToSend'))
}

export function startStream(id: string, options: StreamOptions): Promise<void> {
  const input = { id, options: { ...options, actionCodes: [...options.actionCodes], sources: [...options.sources] } }
  return orExplain(callEngine('offer.start-stream', input), i18next.t('partner:stream.notStarted'))
}

export function stopStream(id: string): Promise<void> {
  return orExplain(callEngine('offer.stop-stream', { id }), i18next.t('partner:stream.notStopped'))
}

/** Stops every stream of leads. */
export async function stopAllStreams(): Promise<void> {
  const running = usePartnerCenter.getState().streams.filter(({ state }) => state === 'running')
  await Promise.all(running.map(({ offerId }) => stopStream(offerId)))
}

async function orExplain(work: Promise<unknown>, title: string): Promise<void> {
  try {
    await work
  } catch (error) {
    showErrorToast(title, error)
  }
}
