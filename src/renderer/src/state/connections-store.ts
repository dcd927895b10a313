import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { Connection } from '@shared/connection/connection'
import { create } from 'zustand'
import { callEngine, onEngineConnected, onEngineEvents } from './bridge'

/** What flows can reach, and the dialog that shows it. */
export const useConnections = create<{
  /** null until they are read. */
  readonly connections: readonly Connection[] | null
  readonly error: AppErrorData | null
}>(() => ({ connections: null, error: null }))

let isFollowing = false

/** Reads the connections and follows them from the first time that they are shown; further calls do nothing. */
export function followConnections(): void {
  if (isFollowing) return
  isFollowing = true
  onEngineConnected(() => void readConnections())
  onEngineEvents((events) => {
    for (const event of events) {
      if (event.type === 'connections-changed') useConnections.setState({ connections: event.connections })
    }
  })
}

export async function readConnections(): Promise<void> {
  try {
    useConnections.setState({ connections: await callEngine('connection.list', {}), error: null })
  } catch (error) {
    const data = toErrorData(error)
    // A stopped engine is followed by a new connection, which reads again.
    if (data.code !== 'engine-stopped') useConnections.setState({ error: data })
  }
}

/** Puts an answer in place before its event comes. */
export function takeConnection(connection: Connection): void {
  useConnections.setState(({ connections }) => {
    const known = connections ?? []
    return {
      connections: known.some(({ id }) => id === connection.id)
        ? known.map((other) => (other.id === connection.id ? connection : other))
        : [...known, connection],
    }
  })
}
