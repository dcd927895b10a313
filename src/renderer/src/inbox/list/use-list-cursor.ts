import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInbox } from '../../state/inbox-store'
import { blockOfId } from '../../state/lead-blocks'
import { type LeadWindow, shownLead, shownRowOf, shownRows } from '../../state/lead-window'
import { showErrorToast } from '../../state/toast-store'
import { dispatchToList } from './lead-list-store'
import { idsBetween } from './range-ids'
import { type Selection, toggleSelected } from './selection'

/** The row that the keyboard is on, and what moving and choosing do. Rows are counted as shown. */
export type ListCursor = {
  readonly currentId: number | null
  /** null when the lead is not loaded or not in the list. */
  readonly currentRow: number | null
  /** Goes to a row and chooses its lead; `extend` chooses all from where the choice began. */
  readonly goTo: (row: number, extend: boolean) => void
  readonly toggle: (row: number) => void
}

/**
 * Keeps the keyboard's place by the lead, not by the row, so that arriving leads do not move it. A row whose lead is
 * not loaded yet is chosen when it is.
 * @param reveal scrolls a row into view
 */
export function useListCursor(window: LeadWindow, reveal: (row: number) => void): ListCursor {
  const { t } = useTranslation('inbox')
  const focusedId = useInbox((state) => state.focusedId)
  const selection = useInbox((state) => state.selection)
  // The keyboard may stand on a lead that was just taken out of the choice; it goes with the next choice.
  const [aside, setAside] = useState<{ readonly id: number; readonly while: Selection } | null>(null)
  const currentId = aside && aside.while === selection ? aside.id : focusedId
  const currentRow = currentId === null ? null : shownRowOf(window, currentId)
  const lastRow = useRef<number | null>(null)
  if (currentRow !== null) lastRow.current = currentRow
  const rangeStart = useRef<number | null>(null)
  const waiting = useRef<{ readonly row: number; readonly extend: boolean } | null>(null)
  const seeking = useRef<number | null>(null)
  const ownFocus = useRef<number | null>(null)

  const choose = useCallback(
    async (row: number, extend: boolean) => {
      const lead = shownLead(window, row)
      if (!lead) {
        waiting.current = { row, extend }
        return
      }
      waiting.current = null
      ownFocus.current = lead.id
      const { focus, select } = useInbox.getState()
      const start = extend && rangeStart.current !== null ? (shownRowOf(window, rangeStart.current) ?? row) : row
      if (!extend || start === row) {
        rangeStart.current = lead.id
        focus(lead.id)
        return
      }
      try {
        const ids = await idsBetween(window, start, row)
        select({ ids: new Set(ids) }, lead.id)
      } catch (error) {
        showErrorToast(t('list.failed.select'), error)
      }
    },
    [window, t],
  )

  const goTo = useCallback(
    (row: number, extend: boolean) => {
      if (row < 0 || row >= shownRows(window)) return
      reveal(row)
      void choose(row, extend)
    },
    [window, reveal, choose],
  )

  const toggle = useCallback(
    (row: number) => {
      const lead = shownLead(window, row)
      if (!lead) return
      const { selection, select } = useInbox.getState()
      const choice = toggleSelected(selection, lead.id)
      rangeStart.current = lead.id
      ownFocus.current = choice.focusedId
      setAside(choice.focusedId === lead.id ? null : { id: lead.id, while: choice.selection })
      select(choice.selection, choice.focusedId)
    },
    [window],
  )

  // A lead focused from elsewhere (a notice, "Duplicate of …", the palette) is looked for and brought into view.
  useEffect(() => {
    if (focusedId === null || focusedId === ownFocus.current) return
    rangeStart.current = focusedId
    seeking.current = focusedId
  }, [focusedId])

  useEffect(() => {
    const wanted = waiting.current
    if (wanted && shownLead(window, wanted.row)) void choose(wanted.row, wanted.extend)
    if (seeking.current === null) return
    const sought = seekLead(window, seeking.current)
    if (sought.row !== null) reveal(sought.row)
    if (sought.isSettled) seeking.current = null
  })

  return { currentId, currentRow: currentRow ?? lastRow.current, goTo, toggle }
}

/** Where a lead is: its row, or the row of the block in which it must be once that is loaded. */
function seekLead(window: LeadWindow, id: number): { readonly row: number | null; readonly isSettled: boolean } {
  const { state } = window.phase
  if (state === 'loading' || state === 'failed') return { row: null, isSettled: state === 'failed' }
  const row = shownRowOf(window, id)
  if (row !== null) return { row, isSettled: true }
  if (window.shownFrom !== null && id > window.shownFrom) {
    dispatchToList({ type: 'followed' })
    return { row: null, isSettled: false }
  }
  // It may be further down than the list is known yet.
  if (state === 'head') return { row: null, isSettled: false }
  const at = blockOfId(window.list, id)
  const isLoaded = window.list.blocks[at]?.leads !== null
  // Not in the list: it is newer than all, or the filters leave it out.
  if (at < 0 || isLoaded) return { row: null, isSettled: true }
  return { row: (window.list.starts[at] ?? 0) - window.hidden, isSettled: false }
}
