import type { NodeId } from '@shared/collection/tree'
import { ancestorsOf } from './collection-index'
import { useCollections } from './collections-store'
import { useComposerDialog } from './composer-dialog-store'
import { changeDraft, openNewRequest, useComposer } from './composer-store'
import { settleConflict } from './draft-backing'

/** A conflict, settled: my edits go on, on top of what the file says now. */
export function keepMine(id: string): void {
  useComposer.setState((state) => settleConflict(state, id, 'mine'))
}

export function takeTheirs(id: string): void {
  useComposer.setState((state) => settleConflict(state, id, 'theirs'))
}

/** My edits go into a tab of their own, with a question where to save them; this one shows what the file says. */
export function saveMineAsNew(id: string): void {
  const draft = useComposer.getState().drafts[id]
  if (!draft?.request) return
  const parentId = draft.nodeId === null ? undefined : parentOf(draft.nodeId)
  const copyId = openNewRequest({
    request: draft.request,
    name: draft.name,
    ...(parentId === undefined ? {} : { parentId }),
  })
  changeDraft(copyId, { description: draft.description, checks: draft.checks })
  takeTheirs(id)
  useComposerDialog.getState().open({ kind: 'save', draftId: copyId, asCopy: false, thenClose: false })
}

function parentOf(nodeId: NodeId): NodeId | undefined {
  return ancestorsOf(useCollections.getState().collections, nodeId).at(-1)?.id
}
