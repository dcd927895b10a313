import type { LeadSummary } from '@shared/lead/lead-summary'
import i18next from 'i18next'
import { callEngine } from '../state/bridge'
import { openNewRequest } from '../state/composer-store'
import { showErrorToast } from '../state/toast-store'
import { useView } from '../state/view-store'
import { leadName } from './list/lead-name'

/** Opens a lead as a request: its method, headers and body as received, sent to the receiver's own flow. */
export async function openInComposer(lead: Pick<LeadSummary, 'id' | 'firstName' | 'lastName'>): Promise<void> {
  try {
    const request = await callEngine('lead.as-request', { id: lead.id })
    const name = leadName(lead)
    openNewRequest({
      request,
      name: name === '' ? i18next.t('inbox:list.requestName') : i18next.t('inbox:list.requestNameOf', { name }),
    })
    useView.getState().show('composer')
  } catch (error) {
    showErrorToast(i18next.t('inbox:list.failed.openInComposer'), error)
  }
}
