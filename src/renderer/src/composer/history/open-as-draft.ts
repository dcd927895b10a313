import type { HistoryEntry } from '@shared/history/history'
import { findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { changeDraft, openNewRequest } from '../../state/composer-store'
import { showAnswer } from '../../state/send-store'
import { useView } from '../../state/view-store'

/** Opens a send as a new request, as it was composed, with its checks and the answer that it got. */
export function openAsDraft(entry: HistoryEntry): void {
  const { template, name, checks } = entry
  const parentId = parentOf(entry)
  const draftId = openNewRequest({
    request: template,
    ...(name === '' ? {} : { name }),
    ...(parentId === null ? {} : { parentId }),
  })
  changeDraft(draftId, { checks: [...checks], historyId: entry.id })
  showAnswer(draftId, entry)
  useView.getState().show('composer')
}

/** The folder or collection whose auth and variables held for the send; null when it is gone. */
function parentOf({ nodeId }: HistoryEntry): string | null {
  const node = nodeId === null ? null : findNode(useCollections.getState().collections, nodeId)
  if (node === null) return null
  return node.kind === 'request' || node.kind === 'example' ? node.parentId : node.id
}
