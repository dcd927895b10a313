import { create } from 'zustand'
import { callEngine, onEngineConnected, onEngineEvents } from '../../state/bridge'
import { changeLeadWindow } from '../../state/change-lead-window'
import { useInbox } from '../../state/inbox-store'
import { emptyLeadWindow, type LeadWindow } from '../../state/lead-window'
import { type Arrivals, addArrivals } from './arrival-rate'
import { createLeadLoader, middle } from './lead-loader'
import type { RowRange } from './scroll-scale'

type LeadListState = {
  readonly window: LeadWindow
  readonly arrivals: Arrivals
}

/** The list's leads; they are followed from the first time the list is shown, also while another view is open. */
export const useLeadList = create<LeadListState>(() => ({ window: emptyLeadWindow, arrivals: [] }))

let rowsOnScreen: RowRange = { first: 0, last: 0 }
let following = false

const loader = createLeadLoader(
  {
    index: (query) => callEngine('leads.index', { query }),
    page: (query, from, until, limit) => callEngine('leads.page', { query, from, until, limit }),
  },
  () => useLeadList.getState().window,
  (action) => useLeadList.setState(({ window }) => ({ window: changeLeadWindow(window, action) })),
)

export const dispatchToList = loader.dispatch

/** Tells which rows are on the screen, so that their leads are loaded. */
export function viewRows(rows: RowRange): void {
  rowsOnScreen = rows
  loader.view(rows)
}

/** Connects the list to the engine and to the query; further calls do nothing. */
export function followLeads(): void {
  if (following) return
  following = true
  useInbox.subscribe((state, before) => {
    if (state.query !== before.query) loader.dispatch({ type: 'queried', query: state.query })
  })
  onEngineEvents((events) => {
    const { window } = useLeadList.getState()
    const near = middle(rowsOnScreen) + window.hidden
    for (const event of events) {
      loader.dispatch({ type: 'event', event, near })
      if (event.type !== 'leads-stored') continue
      useLeadList.setState(({ arrivals }) => ({ arrivals: addArrivals(arrivals, performance.now(), event.count) }))
    }
  })
  const { query } = useInbox.getState()
  if (query !== useLeadList.getState().window.query) loader.dispatch({ type: 'queried', query })
  onEngineConnected(() => loader.dispatch({ type: 'refresh' }))
}
