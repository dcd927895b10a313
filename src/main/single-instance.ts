import { app } from 'electron'

/**
 * Takes the lock of the data folder, so that two applications never open one database.
 * @param onSecondStart called in the first instance when the user starts a second
 * @returns false in a second instance, which should leave at once
 */
export function takeSingleInstanceLock(onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', onSecondStart)
  return true
}
