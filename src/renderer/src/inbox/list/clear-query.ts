import { everyLead } from '@shared/lead/lead-query'
import { useInbox } from '../../state/inbox-store'
import { focusGrid } from './focus-places'

/** Shows every lead again. The keyboard goes to the rows: the button that cleared is gone. */
export function clearQuery(): void {
  useInbox.getState().setQuery(everyLead)
  focusGrid()
}
