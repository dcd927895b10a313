import type { NodeId } from '@shared/collection/tree'
import { callEngine } from './bridge'
import { readCollections } from './collections-store'
import { changeDraft, parentSelection, useComposer } from './composer-store'
import { takeSaved } from './draft-backing'
import { contentOf } from './draft-content'

/** A draft was saved as a new node: from now on it edits that one. Rejects with an `AppError`. */
export async function adoptNode(draftId: string, nodeId: NodeId): Promise<void> {
  const detail = await callEngine('node.get', { id: nodeId })
  // The event that tells of the node can come later; until then the tab would seem deleted.
  await readCollections()
  const draft = useComposer.getState().drafts[draftId]
  if (!draft) return
  const { [parentSelection]: _, ...selections } = draft.selections
  const { name, description } = contentOf(detail)
  changeDraft(draftId, { nodeId, name, description, selections })
  useComposer.setState((state) => takeSaved(state, draftId, detail))
}
