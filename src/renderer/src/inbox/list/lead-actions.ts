import type { LeadSelection } from '@shared/contract/engine-commands'
import type { LeadQuery } from '@shared/lead/lead-query'
import i18next from 'i18next'
import { callEngine, callShell } from '../../state/bridge'
import type { InboxState } from '../../state/inbox-store'
import { showErrorToast, showToast } from '../../state/toast-store'
import { offerUndo } from '../../ui/undo-toast'

/** What the engine is told of the chosen leads; null when none are. */
export function chosenLeads(selection: InboxState['selection'], query: LeadQuery): LeadSelection | null {
  if (selection === 'all') return { query }
  return selection.ids.size === 0 ? null : { ids: [...selection.ids] }
}

/** Marks leads; a failure is explained in a toast. */
export async function markLeads(
  selection: LeadSelection,
  change: { readonly unread: boolean } | { readonly pinned: boolean },
): Promise<void> {
  try {
    await callEngine('leads.mark', { selection, ...change })
  } catch (error) {
    showErrorToast(i18next.t('inbox:list.failed.mark'), error)
  }
}

/** Deletes leads and offers to bring them back; true when they are gone. */
export async function deleteLeads(selection: LeadSelection): Promise<boolean> {
  try {
    const { undoToken, count } = await callEngine('leads.delete', { selection })
    const undo = () => callEngine('leads.restore', { undoToken })
    offerUndo(i18next.t('inbox:list.deleted', { count }), undo, i18next.t('inbox:list.deletedTraces', { count }))
    return true
  } catch (error) {
    showErrorToast(i18next.t('inbox:list.failed.delete'), error)
    return false
  }
}

/** Puts a lead on the clipboard. The cURL has its secrets masked: it is pasted into tickets and chats. */
export async function copyLead(id: number, as: 'json' | 'curl'): Promise<void> {
  try {
    await callShell('clipboard.write', { text: await callEngine('leads.copy', { id, as }) })
    showToast(
      as === 'json'
        ? { intent: 'success', title: i18next.t('inbox:list.copiedJson') }
        : {
            intent: 'success',
            title: i18next.t('inbox:list.copiedCurl'),
            body: i18next.t('inbox:list.copiedCurlHint'),
          },
    )
  } catch (error) {
    showErrorToast(i18next.t('inbox:list.failed.copy'), error)
  }
}
