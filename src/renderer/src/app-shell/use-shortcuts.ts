import type { MenuCommand } from '@shared/contract/shell-commands'
import { useEffect } from 'react'
import { onShellEvent } from '../state/bridge'
import { useInbox } from '../state/inbox-store'
import { useView } from '../state/view-store'
import { commandIds, notInComposer, runCommand, shortcuts } from './commands'

/** Listens for the frame's shortcuts and for what the application menu and desktop notices ask for. */
export function useShortcuts(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(
    () =>
      onShellEvent((event) => {
        if (event.type === 'menu' && !heardByInbox(event.command)) runCommand(event.command)
        if (event.type === 'open-lead') {
          useView.getState().show('inbox')
          useInbox.getState().focus(event.id)
        }
      }),
    [],
  )
}

/** The list of leads, when it is on the screen, listens for its commands itself. */
function heardByInbox(command: MenuCommand): boolean {
  const { view, dialog } = useView.getState()
  return (command === 'find' || command === 'export-leads') && view === 'inbox' && dialog === null
}

function onKey(event: KeyboardEvent): void {
  // A dialog that asks something has the keyboard to itself.
  if (event.defaultPrevented || document.querySelector('.fui-DialogSurface')) return
  const typing = isTyping(event.target)
  if (event.key === '?' && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault()
    runCommand('keyboard-shortcuts')
    return
  }
  const pressed = keysOf(event)
  const id = commandIds.find((candidate) => shortcuts[candidate] === pressed)
  // In a text field Ctrl+Z takes back the typing.
  if (!id || (typing && id === 'undo-delete')) return
  if (useView.getState().view === 'composer' && notInComposer.includes(id)) return
  event.preventDefault()
  runCommand(id)
}

function keysOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const withCtrl = event.ctrlKey || event.metaKey
  // The slash of Ctrl+/ needs Shift on many keyboards.
  const withShift = event.shiftKey && key !== '/' && key !== ','
  return [withCtrl ? 'Ctrl' : '', event.altKey ? 'Alt' : '', withShift ? 'Shift' : '', key].filter(Boolean).join('+')
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
