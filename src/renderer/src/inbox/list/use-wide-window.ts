import { useSyncExternalStore } from 'react'

const wide = '(min-width: 1000px)'

/** True while the window is at least 1000 px wide: rows have one line and columns; under that they have two lines. */
export function useWideWindow(): boolean {
  return useSyncExternalStore(watchWidth, () => window.matchMedia(wide).matches)
}

function watchWidth(changed: () => void): () => void {
  const query = window.matchMedia(wide)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
