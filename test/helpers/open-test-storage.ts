import { onTestFinished } from 'vitest'
import { openStorage, type Storage } from '../../src/engine/storage/open-storage'
import { tempFolder } from './temp-folder'

/** A storage in a folder of its own (or a given one), closed when the test ends. */
export function openTestStorage(folder: string = tempFolder()): Storage {
  const storage = openStorage(folder)
  let closed = false
  const close = () => {
    if (closed) return
    closed = true
    storage.close()
  }
  onTestFinished(close)
  return { ...storage, close }
}
