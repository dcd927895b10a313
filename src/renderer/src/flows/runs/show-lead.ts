import { everyLead } from '@shared/lead/lead-query'
import { useInbox } from '../../state/inbox-store'
import { useView } from '../../state/view-store'

/** Shows a lead in the inbox, among all leads so that no filter hides it. */
export function showLead(id: number): void {
  useView.getState().show('inbox')
  useInbox.getState().setQuery(everyLead)
  useInbox.getState().focus(id)
}
