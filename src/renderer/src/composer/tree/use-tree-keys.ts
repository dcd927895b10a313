import type { NodeId } from '@shared/collection/tree'
import { type KeyboardEvent, useRef } from 'react'
import { cutNodes, deleteNodes, duplicateNode, openFromTree, pasteNodes, stepNode } from './tree-actions'
import { movedRow, treeKeyCommand, typedRow } from './tree-keys'
import type { TreeRow } from './tree-rows'
import { isContainer } from './tree-rows'
import { chooseOnly, chooseUpTo, setExpanded, startRename, toggleChosen, useTree } from './tree-store'

/** Milliseconds after which typing begins a new word. */
const typeAheadMs = 700

/** The tree's keyboard. @param onMenu opens the context menu of the current row */
export function useTreeKeys(
  rows: readonly TreeRow[],
  pageRows: () => number,
  reveal: (index: number) => void,
  onMenu: () => void,
): (event: KeyboardEvent) => void {
  const typed = useRef({ text: '', at: 0 })
  const goTo = (index: number, extend = false) => {
    const row = rows[index]
    if (!row) return
    if (extend) {
      chooseUpTo(
        row.node.id,
        rows.map(({ node }) => node.id),
      )
    } else chooseOnly(row.node.id)
    reveal(index)
  }
  return (event) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event
    const isTyping = typed.current.text !== '' && event.timeStamp - typed.current.at < typeAheadMs
    let command = treeKeyCommand({ key, shiftKey, altKey, commandKey: ctrlKey || metaKey })
    // A space within a name that is being typed belongs to the name.
    if (command?.kind === 'peek' && isTyping) command = { kind: 'type', character: ' ' }
    if (command === null) return
    const { currentId, selected } = useTree.getState()
    const at = currentId === null ? -1 : rows.findIndex(({ node }) => node.id === currentId)
    const row = rows[at]
    if (command.kind === 'move') {
      event.preventDefault()
      return goTo(movedRow(command, row ? at : null, rows.length, pageRows()), command.extend)
    }
    if (command.kind === 'type') {
      const text = (isTyping ? typed.current.text : '') + command.character
      typed.current = { text, at: event.timeStamp }
      const found = typedRow(
        rows.map(({ node }) => node.name),
        row ? at : null,
        text,
      )
      event.preventDefault()
      if (found !== null) goTo(found)
      return
    }
    if (command.kind === 'paste') {
      // Without cut nodes the clipboard's text is imported, by the event that follows.
      if (row && pasteNodes(row.node.id)) event.preventDefault()
      return
    }
    if (command.kind === 'leave') return useTree.setState({ cut: [] })
    if (!row) return
    event.preventDefault()
    const { id } = row.node
    const chosen: readonly NodeId[] = selected.length > 1 && selected.includes(id) ? selected : [id]
    switch (command.kind) {
      case 'expand':
        if (row.canExpand && !row.isExpanded) setExpanded(id, true)
        else if (row.isExpanded) goTo(at + 1)
        return
      case 'collapse':
        if (row.isExpanded) setExpanded(id, false)
        else goTo(rows.findIndex(({ node }) => node.id === row.parentId))
        return
      case 'open':
        return void openFromTree(id, false)
      case 'peek':
        return isContainer(row.node) ? setExpanded(id, !row.isExpanded) : void openFromTree(id, true)
      case 'toggle':
        return toggleChosen(id)
      case 'select-all':
        return useTree.setState({ selected: rows.map(({ node }) => node.id) })
      case 'rename':
        return startRename(id)
      case 'delete': {
        // The keyboard stays where it was: on the row that comes next.
        const next = rows.slice(at + 1).find(({ node }) => !chosen.includes(node.id)) ?? rows[at - 1]
        void deleteNodes(chosen)
        if (next) chooseOnly(next.node.id)
        return
      }
      case 'duplicate':
        return void duplicateNode(id)
      case 'move-up':
        return void stepNode(id, -1)
      case 'move-down':
        return void stepNode(id, 1)
      case 'cut':
        return cutNodes(chosen)
      case 'menu':
        return onMenu()
    }
  }
}
