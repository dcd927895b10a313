import type { NodeId } from '@shared/collection/tree'
import { create } from 'zustand'
import { ancestorsOf } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { changeWorkspace, useComposer } from '../../state/composer-store'

/** What the user has chosen in the tree; what is open in it belongs to the workspace. */
export type TreeState = {
  readonly currentId: NodeId | null
  readonly selected: readonly NodeId[]
  /** Where a range (Shift) began. */
  readonly anchorId: NodeId | null
  readonly renamingId: NodeId | null
  /** Cut with Ctrl+X, to be moved with Ctrl+V. */
  readonly cut: readonly NodeId[]
  readonly search: string
  /** A node to be scrolled to as soon as it has a row; counted, so that the same one can be asked for twice. */
  readonly reveal: { readonly id: NodeId; readonly count: number } | null
}

export const useTree = create<TreeState>(() => ({
  currentId: null,
  selected: [],
  anchorId: null,
  renamingId: null,
  cut: [],
  search: '',
  reveal: null,
}))

export function chooseOnly(id: NodeId): void {
  useTree.setState({ currentId: id, selected: [id], anchorId: id })
}

export function toggleChosen(id: NodeId): void {
  useTree.setState(({ selected }) => ({
    currentId: id,
    anchorId: id,
    selected: selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id],
  }))
}

/** Chooses the rows from the anchor to one. @param ids the rows on the screen, in their order */
export function chooseUpTo(id: NodeId, ids: readonly NodeId[]): void {
  useTree.setState(({ anchorId }) => {
    const from = anchorId === null ? -1 : ids.indexOf(anchorId)
    const to = ids.indexOf(id)
    if (from < 0 || to < 0) return { currentId: id, selected: [id], anchorId: id }
    return { currentId: id, selected: ids.slice(Math.min(from, to), Math.max(from, to) + 1) }
  })
}

export function startRename(id: NodeId): void {
  revealNode(id)
  useTree.setState({ renamingId: id })
}

export function setExpanded(id: NodeId, isExpanded: boolean): void {
  const { expanded } = useComposer.getState().workspace
  if (expanded.includes(id) === isExpanded) return
  changeWorkspace({ expanded: isExpanded ? [...expanded, id] : expanded.filter((other) => other !== id) })
}

export function collapseAll(): void {
  changeWorkspace({ expanded: [] })
}

/** Shows a node in the tree: opens what is around it and chooses it. */
export function revealNode(id: NodeId): void {
  const { expanded } = useComposer.getState().workspace
  const around = ancestorsOf(useCollections.getState().collections, id).map((node) => node.id)
  changeWorkspace({ expanded: [...new Set([...expanded, ...around])] })
  chooseOnly(id)
  useTree.setState(({ reveal }) => ({ search: '', reveal: { id, count: (reveal?.count ?? 0) + 1 } }))
}
