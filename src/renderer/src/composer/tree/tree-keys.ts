/** What a key in the tree asks for. */
export type TreeKeyCommand =
  | { readonly kind: 'move'; readonly by: 'row' | 'page' | 'end'; readonly forward: boolean; readonly extend: boolean }
  | { readonly kind: 'type'; readonly character: string }
  | {
      readonly kind:
        | 'expand'
        | 'collapse'
        | 'open'
        | 'peek'
        | 'toggle'
        | 'select-all'
        | 'rename'
        | 'delete'
        | 'duplicate'
        | 'move-up'
        | 'move-down'
        | 'cut'
        | 'paste'
        | 'menu'
        | 'leave'
    }

export type PressedKey = {
  readonly key: string
  readonly shiftKey: boolean
  /** Ctrl, or Command on a Mac. */
  readonly commandKey: boolean
  readonly altKey: boolean
}

const plainKeys: Readonly<Record<string, TreeKeyCommand>> = {
  ArrowRight: { kind: 'expand' },
  ArrowLeft: { kind: 'collapse' },
  Enter: { kind: 'open' },
  ' ': { kind: 'peek' },
  F2: { kind: 'rename' },
  Delete: { kind: 'delete' },
  ContextMenu: { kind: 'menu' },
  Escape: { kind: 'leave' },
}

const commandKeys: Readonly<Record<string, TreeKeyCommand>> = {
  ' ': { kind: 'toggle' },
  a: { kind: 'select-all' },
  d: { kind: 'duplicate' },
  x: { kind: 'cut' },
  v: { kind: 'paste' },
}

/** Pure: the command of a key, or null when the tree has no use for it. */
export function treeKeyCommand({ key, shiftKey, commandKey, altKey }: PressedKey): TreeKeyCommand | null {
  if (altKey) {
    if (commandKey || shiftKey) return null
    return key === 'ArrowUp' ? { kind: 'move-up' } : key === 'ArrowDown' ? { kind: 'move-down' } : null
  }
  if (commandKey) return shiftKey ? null : (commandKeys[key.toLowerCase()] ?? null)
  if (key === 'ArrowDown' || key === 'ArrowUp') return move('row', key === 'ArrowDown', shiftKey)
  if (key === 'PageDown' || key === 'PageUp') return move('page', key === 'PageDown', shiftKey)
  if (key === 'End' || key === 'Home') return move('end', key === 'End', shiftKey)
  if (shiftKey && key === 'F10') return { kind: 'menu' }
  const plain = plainKeys[key]
  if (plain) return shiftKey ? null : plain
  return [...key].length === 1 ? { kind: 'type', character: key } : null
}

/** Pure: the row after a move. */
export function movedRow(
  command: Extract<TreeKeyCommand, { kind: 'move' }>,
  current: number | null,
  count: number,
  pageRows: number,
): number {
  if (command.by === 'end') return command.forward ? count - 1 : 0
  if (current === null) return command.forward ? 0 : count - 1
  const step = command.by === 'page' ? Math.max(1, pageRows - 1) : 1
  return Math.min(count - 1, Math.max(0, current + (command.forward ? step : -step)))
}

/**
 * Pure: the next row whose name begins with what was typed, from the present one on and around the end; null for none.
 * The same letter again goes on to the next one, as lists of files do.
 */
export function typedRow(names: readonly string[], current: number | null, typed: string): number | null {
  const text = typed.toLowerCase()
  const isRepeat = text.length > 1 && [...text].every((character) => character === text[0])
  const wanted = isRepeat ? (text[0] ?? '') : text
  const from = (current ?? -1) + (text.length === 1 || isRepeat ? 1 : 0)
  for (let step = 0; step < names.length; step++) {
    const at = (Math.max(0, from) + step) % names.length
    if (names[at]?.toLowerCase().startsWith(wanted)) return at
  }
  return null
}

function move(by: 'row' | 'page' | 'end', forward: boolean, extend: boolean): TreeKeyCommand {
  return { kind: 'move', by, forward, extend }
}
