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

/** Connections in their table, their secrets sealed; without a lasting key these last for the session only. */
export function createConnectionStore(
  table: ConnectionTable,
  secrets: SecretTable,
  firstBox: SecretBox,
): ConnectionStore {
  let box = firstBox
  const session = new Map<string, string>()

  function secretOf(id: string): string {
    if (box.storage === 'session') return session.get(id) ?? ''
    const sealed = secrets.get(secretName(id))
    return sealed === null ? '' : (box.open(secretName(id), sealed) ?? '')
  }

  function keep(id: string, secret: string | null): void {
    if (box.storage === 'session') {
      if (secret === null) session.delete(id)
      else session.set(id, secret)
      return
    }
    const name = secretName(id)
    secrets.write([{ name, sealed: secret === null ? null : box.seal(name, secret) }])
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
      table.write(connection)
      if (secret !== null) keep(connection.id, secret === '' ? null : secret)
      return shown(connection)
    },
    remove: (id) => {
      table.remove(id)
      keep(id, null)
    },
    adoptBox: (next) => {
      if (next.storage === 'session' || box.storage !== 'session') return
      box = next
      for (const [id, secret] of session) keep(id, secret)
      session.clear()
    },
  }
}

/** A JSON list like the names of secret variables, which pass over it. */
function secretName(id: string): string {
  return JSON.stringify(['connection', id])
}
