import { useEffect, useMemo, useReducer } from 'react'
import { type BodySession, createBodySession } from '../composer/body/body-session'

const sessions = new Map<string, BodySession>()

/**
 * The text of a flow's schema with what can be undone in it, in step with the edits both ways. It is kept while the
 * window is open, so that looking at another flow loses no undo.
 */
export function useSchemaSession(flowId: string, text: string, onChange: (text: string) => void): BodySession {
  // The text of the first render begins the session; later ones are taken as changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const session = useMemo(() => kept(flowId, text), [flowId])
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    session.listen(onChange)
    return () => session.listen(null)
  }, [session, onChange])
  useEffect(() => {
    session.take(text)
    // What can be undone is read while rendering.
    renderAgain()
  }, [session, text])
  return session
}

function kept(flowId: string, text: string): BodySession {
  const session = sessions.get(flowId) ?? createBodySession(text)
  sessions.set(flowId, session)
  return session
}
