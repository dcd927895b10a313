import { AppError } from '@shared/app-error'

export type LockHolder = { readonly kind: 'app' | 'cli' }

export type DataFolderLock = { readonly release: () => void }

/**
 * Takes the data folder for this process. The lock dies with the process, however it ends.
 * Throws `data-folder-in-use` {pid, kind, since} when another process has it. `since` is an ISO time.
 */
export function lockDataFolder(_folder: string, _holder: LockHolder): DataFolderLock {
  throw new AppError('storage-failed', { detail: 'not written yet' })
}
