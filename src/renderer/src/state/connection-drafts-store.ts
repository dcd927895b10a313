import type { Connection, ConnectionSettings } from '@shared/connection/connection'
import { create } from 'zustand'
import { callEngine } from './bridge'
import { takeConnection } from './connections-store'
import { structurallyEqual } from './structurally-equal'

/** A connection as it is being written. Its secret is a new one, or '' for the one that is kept. */
export type ConnectionDraft = {
  readonly name: string
  readonly settings: ConnectionSettings
  readonly secret: string
}

/** What was written and not saved yet, by the connection's id. In memory only, since it holds secrets. */
export const useConnectionDrafts = create<{
  readonly drafts: Readonly<Record<string, ConnectionDraft>>
}>(() => ({ drafts: {} }))

/** Pure: what the form shows. */
export function draftOf(connection: Connection, draft: ConnectionDraft | undefined): ConnectionDraft {
  return draft ?? { name: connection.name, settings: connection.settings, secret: '' }
}

/** Pure: whether a draft differs from the connection as it is kept. */
export function isUnsavedDraft(connection: Connection, draft: ConnectionDraft | undefined): boolean {
  if (!draft) return false
  const { name, settings, secret } = draft
  return name !== connection.name || secret !== '' || !structurallyEqual(settings, connection.settings)
}

/** Changes what is written; what is as it is kept is no draft. */
export function editConnection(connection: Connection, change: Partial<ConnectionDraft>): void {
  useConnectionDrafts.setState(({ drafts }) => {
    const draft = { ...draftOf(connection, drafts[connection.id]), ...change }
    return {
      drafts: isUnsavedDraft(connection, draft)
        ? { ...drafts, [connection.id]: draft }
        : without(drafts, connection.id),
    }
  })
}

export function discardConnectionDraft(id: string): void {
  useConnectionDrafts.setState(({ drafts }) => ({ drafts: without(drafts, id) }))
}

function without(drafts: Readonly<Record<string, ConnectionDraft>>, id: string) {
  return Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== id))
}

/** Saves what is written of a connection. What is written meanwhile stays. Rejects with an `AppError`. */
export async function saveConnectionDraft(connection: Connection): Promise<void> {
  const sent = useConnectionDrafts.getState().drafts[connection.id]
  if (!sent) return
  const { id } = connection
  const { name, settings, secret } = sent
  const saved = await callEngine('connection.change', { id, name, settings, secret: secret === '' ? null : secret })
  takeConnection(saved)
  const now = useConnectionDrafts.getState().drafts[id]
  if (!now) return
  // What was typed meanwhile stays; the rest is shown as it is kept, without blanks around it.
  editConnection(saved, {
    name: now.name === name ? saved.name : now.name,
    settings: now.settings === settings ? saved.settings : now.settings,
    secret: now.secret === secret ? '' : now.secret,
  })
}
