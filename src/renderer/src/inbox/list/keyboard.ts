/** What a key in the list asks for. `extend` goes on with a range (Shift). */
export type ListKeyCommand =
  | { readonly kind: 'move'; readonly by: 'row' | 'page' | 'end'; readonly forward: boolean; readonly extend: boolean }
  | {
      readonly kind:
        | 'open'
        | 'toggle'
        | 'select-all'
        | 'pin'
        | 'unread'
        | 'delete'
        | 'search'
        | 'leave'
        | 'menu'
        | 'copy'
    }

export type PressedKey = {
  readonly key: string
  readonly shiftKey: boolean
  /** Ctrl, or Command on a Mac. */
  readonly commandKey: boolean
  readonly altKey: boolean
}

/** Pure: the command of a key, or null when the list has no use for it. */
export function listKeyCommand({ key, shiftKey, commandKey, altKey }: PressedKey): ListKeyCommand | null {
  if (altKey) return null
  const move = (by: 'row' | 'page' | 'end', forward: boolean) =>
    ({ kind: 'move', by, forward, extend: shiftKey }) as const
  if (commandKey) {
    if (key === 'a') return { kind: 'select-all' }
    if (key === 'c') return { kind: 'copy' }
    if (key === ' ') return { kind: 'toggle' }
    return key === 'Home' || key === 'End' ? move('end', key === 'End') : null
  }
  switch (key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return move('row', true)
    case 'ArrowUp':
    case 'k':
    case 'K':
      return move('row', false)
    case 'PageDown':
    case 'PageUp':
      return move('page', key === 'PageDown')
    case 'Home':
    case 'End':
      return move('end', key === 'End')
    case 'Enter':
      return { kind: 'open' }
    case ' ':
      return { kind: 'toggle' }
    case 'p':
      return { kind: 'pin' }
    case 'u':
      return { kind: 'unread' }
    case 'Delete':
      return { kind: 'delete' }
    case '/':
      return { kind: 'search' }
    case 'Escape':
      return { kind: 'leave' }
    case 'ContextMenu':
      return { kind: 'menu' }
    case 'F10':
      return shiftKey ? { kind: 'menu' } : null
    default:
      return null
  }
}

/** The row that a move leads to; with no row focused the first move takes the first (or last) row. */
export function movedRow(
  command: Extract<ListKeyCommand, { kind: 'move' }>,
  row: number | null,
  rowCount: number,
  pageRows: number,
): number {
  const last = rowCount - 1
  if (command.by === 'end') return command.forward ? last : 0
  if (row === null) return 0
  const step = command.by === 'page' ? Math.max(1, pageRows - 1) : 1
  return Math.min(last, Math.max(0, row + (command.forward ? step : -step)))
}
