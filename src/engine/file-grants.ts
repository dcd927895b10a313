import { AppError } from '@shared/app-error'

export type FileGrants = {
  readonly grant: (token: string, path: string) => void
  /** The path behind a token, which works once. @throws AppError `file-unreadable` for an unknown token */
  readonly take: (token: string) => string
}

/** Files that the user chose in the shell's dialogs; the window names them by token and so can never name a path. */
export function createFileGrants(): FileGrants {
  const paths = new Map<string, string>()
  return {
    grant: (token, path) => void paths.set(token, path),
    take(token) {
      const path = paths.get(token)
      paths.delete(token)
      if (path === undefined) throw new AppError('file-unreadable', { reason: 'not chosen in a dialog' })
      return path
    },
  }
}
