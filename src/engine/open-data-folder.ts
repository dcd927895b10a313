import { type LockHolder, lockDataFolder } from './storage/data-folder-lock'
import { openStorage, type Storage } from './storage/open-storage'

export type DataFolder = {
  readonly storage: Storage
  /** Closes the storage and lets go of the folder. */
  readonly close: () => void
}

/**
 * Takes the data folder for this process and opens what is stored in it.
 * @throws AppError `data-folder-in-use`, `database-newer`, `storage-failed`; the folder is let go then
 */
export function openDataFolder(path: string, holder: LockHolder): DataFolder {
  const lock = lockDataFolder(path, holder)
  try {
    const storage = openStorage(path)
    return {
      storage,
      close() {
        storage.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
