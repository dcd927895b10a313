import { useEffect, useState } from 'react'

/**
 * Gives the focus back, when the component goes, to the element that had it when the component came. For dialogs that
 * are opened by a shortcut or a state: Fluent returns the focus only to a trigger that it knows.
 */
export function useReturnFocus(): void {
  // The first render comes before the dialog takes the focus.
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      queueMicrotask(() => {
        const lost = document.activeElement === null || document.activeElement === document.body
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    },
    [before],
  )
}
