import type { Offer } from '@shared/partner-center/offer'
import { visibleString } from '@shared/text/visible-string'
import i18next from 'i18next'
import { callEngine } from '../state/bridge'
import { chooseOffer, forgetDeliveries, usePartnerCenter } from '../state/partner-center-store'
import { showErrorToast } from '../state/toast-store'
import { offerUndo } from '../ui/undo-toast'

export function askForNewOffer(): void {
  usePartnerCenter.setState({ dialog: { kind: 'new' } })
}

export function askForName(offer: Offer): void {
  usePartnerCenter.setState({ dialog: { kind: 'rename', offer } })
}

export function closeOfferDialog(): void {
  usePartnerCenter.setState({ dialog: null })
}

/** Rejects with an `AppError`. */
export async function createOffer(name: string, offerId: string): Promise<void> {
  chooseOffer((await callEngine('offer.create', { name, offerId })).id)
}

export async function duplicateOffer({ id, name }: Offer): Promise<void> {
  try {
    const copy = i18next.t('partner:list.copyOf', { name }).slice(0, 200)
    chooseOffer((await callEngine('offer.duplicate', { id, name: copy })).id)
  } catch (error) {
    showErrorToast(i18next.t('partner:list.notDuplicated'), error)
  }
}

/** Takes the connection from an offer, which stops its leads; it can be had back for ten seconds. */
export async function disconnectOffer({ id, name }: Offer): Promise<void> {
  const isStreaming = usePartnerCenter.getState().streams.some((one) => one.offerId === id && one.state === 'running')
  try {
    await callEngine('offer.disconnect', { id })
  } catch (error) {
    showErrorToast(i18next.t('partner:connection.notDisconnected'), error)
    return
  }
  forgetDeliveries(id)
  const title = isStreaming ? 'partner:connection.disconnectedStream' : 'partner:connection.disconnected'
  offerUndo(i18next.t(title, { name: visibleString(name) }), () => callEngine('offer.reconnect', { id }))
}

/** Deletes an offer; it can be brought back for ten seconds. */
export async function deleteOffer({ id, name }: Offer): Promise<void> {
  try {
    await callEngine('offer.delete', { id })
  } catch (error) {
    showErrorToast(i18next.t('partner:list.notDeleted'), error)
    return
  }
  offerUndo(i18next.t('partner:list.deleted', { name: visibleString(name) }), async () => {
    await callEngine('offer.restore', { id })
    chooseOffer(id)
  })
}
