import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { AppError } from '@shared/app-error'
import type { GrantedFile } from '@shared/contract/shell-commands'
import type { EngineHost } from './engine-host'

export type GrantedFiles = {
  /** Gives a path that the user chose a token, and lets the engine open it. */
  readonly grant: (path: string) => GrantedFile
  /** The path of a token. Throws `AppError` `bad-input` for an unknown one. */
  readonly path: (token: string) => string
}

/** Files that the user chose in a dialog: the window knows them by token only, so it can name no path of its own. */
export function grantFiles(engine: EngineHost): GrantedFiles {
  const paths = new Map<string, string>()
  engine.onMessage((message) => {
    // A restarted engine knows none of them.
    if (message.kind !== 'ready') return
    for (const [token, path] of paths) engine.post({ kind: 'grant-file', token, path })
  })
  return {
    grant: (path) => {
      const token = randomUUID()
      paths.set(token, path)
      engine.post({ kind: 'grant-file', token, path })
      return { token, name: basename(path) }
    },
    path: (token) => {
      const path = paths.get(token)
      if (path === undefined) throw new AppError('bad-input', { detail: 'token' })
      return path
    },
  }
}
