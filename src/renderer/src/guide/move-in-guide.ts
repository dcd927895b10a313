import type { KeyboardEvent } from 'react'
import { targetOf } from '../composer/history/history-list'

/** Arrow keys, Home and End go from one step's button to another's; Tab goes through them as through any buttons. */
export function moveInGuide(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-guide-go]')]
  const at = buttons.findIndex((button) => button.contains(document.activeElement))
  const to = targetOf(event.key, at, buttons.length)
  if (at < 0 || to === null) return
  event.preventDefault()
  buttons[to]?.focus()
}
