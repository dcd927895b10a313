import { randomUUID } from 'node:crypto'
import type { Connection, ConnectionSettings } from '@shared/connection/connection'
import type { SecretBox } from '../secrets/secret-box'
import type { ConnectionTable, StoredConnection } from '../storage/connection-table'
import type { SecretTable } from '../storage/secret-table'

/** A connection with its secret, for whoever uses it; '' where there is none. */
export type OpenConnection = StoredConnection & { readonly secret: string }

export type ConnectionStore = {
  readonly list: () => readonly Connection[]
  /** null where there is no such connection. */
  readonly open: (id: string) => OpenConnection | null
  /** @param id null makes a new one. @param secret null leaves what is stored */
  readonly write: (id: string | null, name: string, settings: ConnectionSettings, secret: string | null) => Connection
  readonly remove: (id: string) => void
  /** From now on secrets are kept, those of this session too. */
  readonly adoptBox: (box: SecretBox) => void
}

/**
 * Connections in their table, their secrets sealed; without a lasting key these last for the session only.
 * @param inTransaction a connection and its secret are written together: a new host never meets the old password
 */
export function createConnectionStore(
  table: ConnectionTable,
  secrets: SecretTable,
  inTransaction: (work: () => void) => void,
  firstBox: SecretBox,
): ConnectionStore {
  let box = firstBox
  const session = new Map<string, string>()

  function secretOf(id: string): string {
    if (box.storage === 'session') return session.get(id) ?? ''
    const sealed = secrets.get(secretName(id))
    return sealed === null ? '' : (box.open(secretName(id), sealed) ?? '')
  }

  /** What is taken away is taken away on disk too, also where its key is not at hand. */
  function write(change: () => void, id: string, secret: string | null): void {
    const name = secretName(id)
    const isSealed = secret !== null && secret !== '' && box.storage !== 'session'
    inTransaction(() => {
      change()
      if (isSealed) secrets.writeWithin([{ name, sealed: box.seal(name, secret) }])
      else if (secret === '') secrets.writeWithin([{ name, sealed: null }])
    })
    if (secret === '') session.delete(id)
    else if (secret !== null && !isSealed) session.set(id, secret)
  }

  const shown = ({ id, name, settings }: StoredConnection): Connection => ({
    id,
    name,
    settings,
    hasSecret: secretOf(id) !== '',
  })

  return {
    list: () => table.list().map(shown),
    open: (id) => {
      const connection = table.get(id)
      return connection === null ? null : { ...connection, secret: secretOf(id) }
    },
    write: (id, name, settings, secret) => {
      const connection = { id: id ?? randomUUID(), name, settings }
      write(() => table.write(connection), connection.id, secret)
      return shown(connection)
    },
    remove: (id) => write(() => table.remove(id), id, ''),
    adoptBox: (next) => {
      if (next.storage === 'session' || box.storage !== 'session') return
      secrets.write(
        [...session].map(([id, secret]) => ({ name: secretName(id), sealed: next.seal(secretName(id), secret) })),
      )
      box = next
      session.clear()
    },
  }
}

/** A JSON list like the names of secret variables, which pass over it. */
function secretName(id: string): string {
  return JSON.stringify(['connection', id])
}
