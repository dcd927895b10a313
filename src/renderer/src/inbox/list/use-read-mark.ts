import { useEffect } from 'react'
import { useInbox } from '../../state/inbox-store'
import { leadAtRow, rowOfId } from '../../state/lead-blocks'
import { markLeads } from './lead-actions'
import { useLeadList } from './lead-list-store'

/** A lead counts as read when it was shown for this long; walking past it with the arrow keys does not count. */
const readAfterMs = 800

/** Marks the focused lead as read after a moment, once: whoever marks it unread again means it. */
export function useReadMark(): void {
  const focusedId = useInbox((state) => state.focusedId)
  useEffect(() => {
    if (focusedId === null) return
    const timer = setTimeout(() => {
      const { list } = useLeadList.getState().window
      const row = rowOfId(list, focusedId)
      const lead = row === null ? null : leadAtRow(list, row)
      if (lead === null || lead.unread) void markLeads({ ids: [focusedId] }, { unread: false })
    }, readAfterMs)
    return () => clearTimeout(timer)
  }, [focusedId])
}
