import type { LeadSummary } from '@shared/lead/lead-summary'
import { useMemo } from 'react'
import { useInbox } from '../../state/inbox-store'
import { rowOfId } from '../../state/lead-blocks'
import { type LeadWindow, shownLead, shownRowOf, shownRows } from '../../state/lead-window'
import { chosenLeads, copyLead, deleteLeads, markLeads } from './lead-actions'
import { useLeadList } from './lead-list-store'
import { chosenPair, countSelected, isSelected, type Selection } from './selection'
import { useFoundCount } from './use-found-count'

/** What can be done with the chosen leads, by the bar, the context menu and the keyboard alike. */
export type ChosenActions = {
  readonly count: number
  /** The lead that the keyboard is on, if it is loaded. */
  readonly focused: LeadSummary | null
  readonly canCompare: boolean
  readonly setPinned: (pinned: boolean) => void
  readonly setUnread: (unread: boolean) => void
  readonly copy: (as: 'json' | 'curl') => void
  readonly export: () => void
  readonly compare: () => void
  readonly delete: () => void
  readonly selectAll: () => void
  readonly selectNone: () => void
}

/** @param openExport shows the export dialog */
export function useChosenActions(openExport: () => void): ChosenActions {
  const { selection, focusedId, query, select, compare } = useInbox()
  const window = useLeadList((state) => state.window)
  const found = useFoundCount()
  return useMemo(() => {
    const chosen = chosenLeads(selection, query)
    const pair = chosenPair(selection)
    const row = focusedId === null ? null : rowOfId(window.list, focusedId)
    return {
      count: countSelected(selection, found),
      focused: row === null ? null : shownLead(window, row - window.hidden),
      canCompare: pair !== null,
      setPinned: (pinned) => void (chosen && markLeads(chosen, { pinned })),
      setUnread: (unread) => void (chosen && markLeads(chosen, { unread })),
      copy: (as) => void (focusedId !== null && copyLead(focusedId, as)),
      export: openExport,
      compare: () => compare(pair),
      delete: async () => {
        if (!chosen) return
        const next = neighbourOfChosen(window, selection, focusedId)
        if (await deleteLeads(chosen)) useInbox.getState().focus(next)
      },
      selectAll: () => select('all', focusedId),
      selectNone: () => useInbox.getState().focus(focusedId),
    }
  }, [selection, focusedId, query, window, found, select, compare, openExport])
}

/** The lead that gets the keyboard when the chosen ones go: the next below the focused one, else the next above. */
function neighbourOfChosen(window: LeadWindow, selection: Selection, focusedId: number | null): number | null {
  const start = focusedId === null ? null : shownRowOf(window, focusedId)
  if (start === null) return null
  for (const step of [1, -1]) {
    for (let row = start + step; row >= 0 && row < shownRows(window); row += step) {
      const lead = shownLead(window, row)
      if (lead === null) break
      if (!isSelected(selection, lead.id)) return lead.id
    }
  }
  return null
}
