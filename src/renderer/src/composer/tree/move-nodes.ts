import type { NodeId } from '@shared/collection/tree'
import { callEngine } from '../../state/bridge'
import { subtreeIds } from '../../state/collection-index'
import { readCollections, useCollections } from '../../state/collections-store'
import { holdingTabs } from '../../state/composer-follow'
import { renameNodes } from '../../state/composer-state'
import { useComposer } from '../../state/composer-store'
import type { NodePlace } from './drop-place'
import { useTree } from './tree-store'

/**
 * Moves nodes on disk. In another file they and all below them have other ids: tabs, open folders and what is chosen
 * follow. Rejects with an `AppError`.
 * @param ids topmost nodes in the order of the tree
 */
export async function moveNodes(ids: readonly NodeId[], place: NodePlace): Promise<readonly NodeId[]> {
  let moved: readonly NodeId[] = ids
  await holdingTabs(async () => {
    const before = ids.map((id) => subtreeIds(useCollections.getState().collections, id))
    moved = await callEngine('node.move', { ids: [...ids], place })
    if (moved.every((id, index) => id === ids[index])) return
    await readCollections()
    const { collections } = useCollections.getState()
    const renamed = new Map<NodeId, NodeId>()
    for (const [index, id] of moved.entries()) {
      // The subtree is the same before and after, so the ids are too, one by one.
      const after = subtreeIds(collections, id)
      for (const [at, old] of (before[index] ?? []).entries()) renamed.set(old, after[at] ?? old)
    }
    useComposer.setState((state) => renameNodes(state, renamed))
  })
  useTree.setState({ selected: moved, currentId: moved[0] ?? null, anchorId: moved[0] ?? null, cut: [] })
  return moved
}
