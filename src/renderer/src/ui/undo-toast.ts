import i18next from 'i18next'
import { closeToast, showErrorToast, showToast } from '../state/toast-store'

/** How long a destructive act can be taken back from its toast or with Ctrl+Z. */
const undoMs = 10_000

type Offer = { readonly toastId: string; readonly undo: () => Promise<unknown> }

const offers: Offer[] = []

/**
 * Tells what was done and offers to take it back for ten seconds, by button and by Ctrl+Z.
 * @param title what was done, translated, e.g. "3 leads deleted"
 * @param undo takes it back; a failure is explained to the user
 * @param body what else went with it
 */
export function offerUndo(title: string, undo: () => Promise<unknown>, body?: string): void {
  const toastId = showToast({
    intent: 'info',
    title,
    ...(body !== undefined && { body }),
    lastsMs: undoMs,
    action: { label: i18next.t('undo'), run: () => void take(offer) },
  })
  const offer: Offer = { toastId, undo }
  offers.push(offer)
  setTimeout(() => forget(offer), undoMs)
}

/** Takes back the latest act that can still be taken back; false when there is none. */
export function undoLatest(): boolean {
  const latest = offers.at(-1)
  if (latest) void take(latest)
  return latest !== undefined
}

async function take(offer: Offer): Promise<void> {
  if (!forget(offer)) return
  closeToast(offer.toastId)
  try {
    await offer.undo()
  } catch (error) {
    showErrorToast(i18next.t('undoFailed'), error)
  }
}

function forget(offer: Offer): boolean {
  const at = offers.indexOf(offer)
  if (at >= 0) offers.splice(at, 1)
  return at >= 0
}
