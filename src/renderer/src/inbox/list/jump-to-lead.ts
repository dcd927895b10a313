import { everyLead } from '@shared/lead/lead-query'
import { useInbox } from '../../state/inbox-store'
import { shownRowOf } from '../../state/lead-window'
import { useLeadList } from './lead-list-store'
import { isFiltered } from './query-filters'

/**
 * Shows a lead in the list and its detail. A search or filters that may hide it are cleared first: a link that leads
 * nowhere would look broken.
 */
export function jumpToLead(id: number): void {
  const { query, setQuery, focus } = useInbox.getState()
  const { window } = useLeadList.getState()
  const isShown = window.query === query && shownRowOf(window, id) !== null
  if (isFiltered(query) && !isShown) setQuery(everyLead)
  focus(id)
}
