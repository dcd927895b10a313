import { assertNever } from '@shared/assert-never'
import type { GuidePlace } from '@shared/guide/guide-steps'
import i18next from 'i18next'
import { openTunnel } from '../app-shell/actions'
import { runCommand } from '../app-shell/commands'
import { showRun } from '../flows/runs/show-run'
import { jumpToLead } from '../inbox/list/jump-to-lead'
import { whenLoaded } from '../partner-center/partner-commands'
import { chooseFlow } from '../state/chosen-flow'
import { forgetWantedRun } from '../state/open-run-store'
import { chooseOffer, setConnectionDraft, usePartnerCenter } from '../state/partner-center-store'
import { showErrorToast } from '../state/toast-store'
import { useView } from '../state/view-store'
import { focusWhenThere } from '../ui/focus-when-there'

/** Goes to the place where a step is done, or where it can be seen that it was. */
export async function goToPlace(place: GuidePlace): Promise<void> {
  try {
    await go(place)
  } catch (error) {
    showErrorToast(i18next.t('guide:notOpened'), error)
  }
}

async function go(place: GuidePlace): Promise<void> {
  switch (place.kind) {
    case 'new-flow':
    case 'new-offer':
      return runCommand(place.kind)
    case 'flow':
    case 'schema':
    case 'who':
    case 'actions':
    case 'url':
    case 'test':
      return goToFlow(place.flowId, place.kind)
    case 'run':
      return showRun(place)
    case 'new-request': {
      useView.getState().show('composer')
      const { startRequest } = await import('../composer/request/start-request')
      startRequest()
      return
    }
    case 'request': {
      useView.getState().show('composer')
      const [{ openNode, useComposer }, { urlFieldId }] = await Promise.all([
        import('../state/composer-store'),
        import('../composer/request/url-field-id'),
      ])
      await openNode(place.nodeId)
      return focusWhenThere(`#${CSS.escape(urlFieldId(useComposer.getState().workspace.activeTab ?? ''))}`)
    }
    case 'offer':
    case 'connect':
    case 'validate':
    case 'publish':
    case 'send-lead':
      return goToOffer(place.offerId, place.kind)
    case 'tunnel':
      return openTunnel()
    case 'lead':
      useView.getState().show('inbox')
      return jumpToLead(place.id)
    default:
      return assertNever(place)
  }
}

function goToFlow(flowId: string, part: string): void {
  chooseFlow(flowId)
  // The designer would begin with the run that was looked at before.
  forgetWantedRun()
  useView.getState().show('flows')
  focusWhenThere(part === 'flow' ? '[data-flow][aria-current]' : `[data-place="${part}"]`)
}

const offerParts = { offer: 'connection', validate: 'validate', publish: 'publish', 'send-lead': 'send-lead' } as const

async function goToOffer(offerId: string, part: keyof typeof offerParts | 'connect'): Promise<void> {
  chooseOffer(offerId)
  useView.getState().show('partner-center')
  if (part !== 'connect') return focusWhenThere(`[data-place="${offerParts[part]}"]`)
  await whenLoaded()
  const { connectionDrafts, offers } = usePartnerCenter.getState()
  const connection = offers.find(({ id }) => id === offerId)?.connection
  // What is typed there already stays.
  if (connectionDrafts[offerId] === undefined)
    setConnectionDraft(offerId, { url: connection?.url ?? '', emails: connection?.contactEmails.join('; ') ?? '' })
}
