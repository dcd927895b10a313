import type { KeyboardEvent } from 'react'
import { listKeyCommand, movedRow } from './keyboard'
import type { ListCursor } from './use-list-cursor'

/** What keys in the list do beyond moving and choosing. */
export type ListKeys = {
  readonly onOpen: () => void
  readonly onSelectAll: () => void
  readonly onPin: () => void
  readonly onUnread: () => void
  readonly onDelete: () => void
  readonly onSearch: () => void
  readonly onLeave: () => void
  readonly onCopy: () => void
}

/** The list's keyboard. @param onMenu opens the context menu of the current row */
export function useListKeys(
  keys: ListKeys,
  cursor: ListCursor,
  rowCount: number,
  pageRows: number,
  onMenu: () => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    // Keys of a column's handle are not the list's.
    if (event.target !== event.currentTarget && !isWithinRow(event.target)) return
    const command = listKeyCommand({
      key: event.key,
      shiftKey: event.shiftKey,
      commandKey: event.ctrlKey || event.metaKey,
      altKey: event.altKey,
    })
    if (command === null) return
    event.preventDefault()
    if (command.kind === 'move') {
      if (rowCount > 0) cursor.goTo(movedRow(command, cursor.currentRow, rowCount, pageRows), command.extend)
      return
    }
    if (command.kind === 'toggle') {
      if (cursor.currentRow !== null) cursor.toggle(cursor.currentRow)
      return
    }
    const handlers = {
      open: keys.onOpen,
      'select-all': keys.onSelectAll,
      pin: keys.onPin,
      unread: keys.onUnread,
      delete: keys.onDelete,
      search: keys.onSearch,
      leave: keys.onLeave,
      copy: keys.onCopy,
      menu: onMenu,
    }
    handlers[command.kind]()
  }
}

function isWithinRow(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-row]') !== null
}
