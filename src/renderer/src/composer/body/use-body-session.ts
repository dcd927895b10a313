import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useComposer } from '../../state/composer-store'
import { type BodySession, createBodySession } from './body-session'

type Kept = { readonly session: BodySession; readonly watchers: Set<() => void> }

const sessions = new Map<string, Kept>()

/**
 * The body session of a draft, kept while its tab is open, in step with the draft's text both ways.
 * @returns the session, and its text as it is now
 */
export function useBodySession(
  draftId: string,
  text: string,
  onChange: (text: string) => void,
): { readonly session: BodySession; readonly text: string } {
  // The text of the first render begins the session; later ones are taken as changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const kept = useMemo(() => keptSession(draftId, text), [draftId])
  const { session, watchers } = kept
  const shown = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => session.text(),
  )
  useEffect(() => {
    session.listen((changed) => {
      onChange(changed)
      for (const watcher of watchers) watcher()
    })
    return () => session.listen(null)
  }, [session, watchers, onChange])
  useEffect(() => {
    session.take(text)
    for (const watcher of watchers) watcher()
  }, [session, watchers, text])
  // A long text is told late; whatever is done with the request needs it before.
  useEffect(() => {
    const flush = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) session.flush()
    }
    for (const name of flushing) window.addEventListener(name, flush, { capture: true })
    return () => {
      session.flush()
      for (const name of flushing) window.removeEventListener(name, flush, { capture: true })
    }
  }, [session])
  return { session, text: shown }
}

/** Heard at the window, so before anything that sends or saves. */
const flushing = ['keydown', 'pointerdown', 'focusout', 'blur', 'beforeunload'] as const

function keptSession(draftId: string, text: string): Kept {
  const { drafts } = useComposer.getState()
  for (const id of sessions.keys()) if (!(id in drafts)) sessions.delete(id)
  const kept = sessions.get(draftId) ?? { session: createBodySession(text), watchers: new Set<() => void>() }
  sessions.set(draftId, kept)
  return kept
}
