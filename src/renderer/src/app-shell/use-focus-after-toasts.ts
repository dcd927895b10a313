import { useEffect, useRef } from 'react'

/** Gives a function that hands the focus back to where it was before a toast had it, if a toast took it along. */
export function useFocusAfterToasts(): () => void {
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest('[data-toaster-position]')) before.current = target
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  const giveBack = useRef(() => {
    // The toast leaves the page after it has told so.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) before.current?.focus()
    })
  })
  return giveBack.current
}
