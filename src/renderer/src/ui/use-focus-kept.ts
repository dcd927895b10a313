import { type RefObject, useEffect, useRef } from 'react'

type FocusKept<Place extends HTMLElement> = {
  readonly ref: RefObject<Place | null>
  readonly onFocus: () => void
  readonly onBlur: () => void
}

/**
 * Keeps the keyboard in a place whose focused element goes away with what was done: the first element that fits the
 * selector gets the focus. Spread the result over the place's element.
 */
export function useFocusKept<Place extends HTMLElement>(selector: string): FocusKept<Place> {
  const ref = useRef<Place>(null)
  const isWithin = useRef(false)
  // After every render: React tells of no blur when it takes an element away.
  useEffect(() => {
    if (!isWithin.current || document.activeElement !== document.body) return
    ref.current?.querySelector<HTMLElement>(selector)?.focus()
  })
  return {
    ref,
    onFocus: () => {
      isWithin.current = true
    },
    onBlur: () => {
      isWithin.current = false
    },
  }
}
