import { useEffect } from 'react'
import { useView } from '../state/view-store'
import { takeFocusedNumber } from '../ui/take-focused-number'
import { composerCommands } from './composer-commands'
import { type ComposerCommandId, composerCommandIds, composerShortcuts } from './composer-shortcuts'

/** Listens for the composer's shortcuts while it is on the screen. */
export function useComposerShortcuts(): void {
  useEffect(() => {
    // Before the frame's shortcuts, which mean the inbox with some of the same keys.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}

function onKey(event: KeyboardEvent): void {
  const { view, dialog } = useView.getState()
  // The composer stays mounted behind other views. A dialog that asks something has the keyboard to itself.
  if (view !== 'composer' || dialog !== null || event.defaultPrevented || document.querySelector('.fui-DialogSurface'))
    return
  const pressed = keysOf(event)
  const id = composerCommandIds.find((candidate) => keysFor(candidate).includes(pressed))
  if (!id || (id === 'searchRequests' && isInEditor(event.target))) return
  event.preventDefault()
  if (id === 'save' || id === 'saveAs') takeFocusedNumber()
  composerCommands[id]()
}

function keysFor(id: ComposerCommandId): readonly string[] {
  return composerShortcuts[id]
}

/** A code editor has a search of its own. */
function isInEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cm-editor') !== null
}

function keysOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const withCtrl = event.ctrlKey || event.metaKey
  return [withCtrl ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+')
}
