import { type RefObject, useEffect, useRef } from 'react'
import { useView } from '../state/view-store'

/**
 * Keeps the keyboard in the window when the view changes: what had the focus goes with the former view, so the new view
 * gets it as a whole, and Tab begins at its top. Nothing is taken from the rail, nor from what has asked for a place.
 * @returns for the element that holds the views, which needs `tabIndex={-1}`
 */
export function useFocusInView(): RefObject<HTMLElement | null> {
  const host = useRef<HTMLElement>(null)
  const view = useView((state) => state.view)
  const shown = useRef(view)
  useEffect(() => {
    if (shown.current === view) return
    shown.current = view
    // The composer is hidden, not taken away; its focus goes with the next paint.
    const frame = requestAnimationFrame(() => {
      const { activeElement, body } = document
      if (activeElement === null || activeElement === body || activeElement.closest('[hidden]')) host.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [view])
  return host
}
