import type { CollectionTree, NodeId } from '@shared/collection/tree'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { type DropPlace, dropPlace, topmost } from './drop-place'
import { moveTo } from './tree-actions'
import type { TreeRow } from './tree-rows'
import { chooseOnly, setExpanded, useTree } from './tree-store'

/** A closed folder that is held over for this long opens, so that one can go on into it. */
const openAfterMs = 700

const nodeDragType = 'application/x-lead-inspector-nodes'

/** Dragging nodes within the tree. @param ghost the text that goes along with the pointer for several nodes */
export function useTreeDrag(
  collections: readonly CollectionTree[],
  rowOf: (target: EventTarget) => TreeRow | null,
  ghost: (count: number, first: NodeId) => HTMLElement | null,
) {
  const [place, setPlace] = useState<DropPlace | null>(null)
  const dragged = useRef<readonly NodeId[]>([])
  const opening = useRef<{ readonly id: NodeId; readonly timer: ReturnType<typeof setTimeout> } | null>(null)
  const stopOpening = () => {
    if (opening.current) clearTimeout(opening.current.timer)
    opening.current = null
  }
  const end = () => {
    stopOpening()
    dragged.current = []
    setPlace(null)
  }
  useEffect(() => {
    // The row that is dragged can be scrolled away and is no element any more when the drag ends.
    window.addEventListener('dragend', end)
    return () => window.removeEventListener('dragend', end)
  })
  const openLater = (row: TreeRow | null, isInside: boolean) => {
    const id = row?.canExpand && !row.isExpanded && isInside ? row.node.id : null
    if (opening.current?.id === id) return
    stopOpening()
    if (id !== null) opening.current = { id, timer: setTimeout(() => setExpanded(id, true), openAfterMs) }
  }
  const placeAt = (event: DragEvent): DropPlace | null => {
    const row = rowOf(event.target)
    if (!row) return belowAll(collections, dragged.current)
    const element = event.target instanceof Element ? event.target.closest('[data-row]') : null
    const box = element?.getBoundingClientRect()
    return dropPlace(collections, row, box ? (event.clientY - box.top) / box.height : 0.5, dragged.current)
  }
  return {
    place,
    onDragStart: (event: DragEvent) => {
      const row = rowOf(event.target)
      if (!row || row.node.kind === 'example') return event.preventDefault()
      const { id } = row.node
      if (!useTree.getState().selected.includes(id)) chooseOnly(id)
      dragged.current = topmost(collections, useTree.getState().selected)
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData(nodeDragType, id)
      const image = ghost(dragged.current.length, id)
      if (image) event.dataTransfer.setDragImage(image, -12, 8)
    },
    onDragOver: (event: DragEvent) => {
      if (dragged.current.length === 0) return
      const next = placeAt(event)
      openLater(rowOf(event.target), next?.mark === 'inside')
      setPlace((before) => (isSamePlace(before, next) ? before : next))
      if (!next) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget
      if (to instanceof Node && event.currentTarget.contains(to)) return
      stopOpening()
      setPlace(null)
    },
    onDrop: (event: DragEvent) => {
      const last = dragged.current.length === 0 ? null : placeAt(event)
      if (!last) return
      event.preventDefault()
      void moveTo(dragged.current, { parentId: last.parentId, beforeId: last.beforeId })
      end()
    },
  }
}

/** Under the last row: collections go last among themselves. */
function belowAll(collections: readonly CollectionTree[], dragged: readonly NodeId[]): DropPlace | null {
  const last = collections.at(-1)
  if (!last || !dragged.every((id) => collections.some((collection) => collection.id === id))) return null
  return { parentId: null, beforeId: null, rowId: last.id, mark: 'after', level: 0 }
}

function isSamePlace(one: DropPlace | null, other: DropPlace | null): boolean {
  return one?.rowId === other?.rowId && one?.mark === other?.mark && one?.beforeId === other?.beforeId
}
