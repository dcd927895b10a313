import { chosenOffer, followPartnerCenter, setConnectionDraft, usePartnerCenter } from '../state/partner-center-store'
import { askForNewOffer } from './offer-deeds'
import { stopAllStreams, validateOffer } from './send-deeds'

/** What the palette can do here; names are `command.<id>` in the locale `frame`. */
export const partnerCommands = {
  'new-offer': askForNewOffer,
  'validate-offer': validateChosen,
  'stop-lead-streams': () => void whenLoaded().then(stopAllStreams),
} as const

/** Validates the offer that is shown; one without a connection is asked for it first, and none at all is made first. */
async function validateChosen(): Promise<void> {
  await whenLoaded()
  const offer = chosenOffer(usePartnerCenter.getState())
  if (offer === null) askForNewOffer()
  else if (offer.connection === null) setConnectionDraft(offer.id, { url: '', emails: '' })
  else await validateOffer(offer.id)
}

/** Resolves once the offers are known here. */
export function whenLoaded(): Promise<void> {
  followPartnerCenter()
  return new Promise((resolve) => {
    if (usePartnerCenter.getState().loaded) return resolve()
    const stop = usePartnerCenter.subscribe(({ loaded }) => {
      if (!loaded) return
      stop()
      resolve()
    })
  })
}
