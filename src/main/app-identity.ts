import { chmodSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'

/** The application's name, and that of its folder under the user's application data. */
const appName = 'Lead Inspector'

/**
 * Names the application and chooses its data folder: `--user-data-dir=DIR`, else the user's own.
 * Must run before Electron is ready. @returns the data folder's full path; it exists.
 */
export function setUpIdentity(): string {
  app.setName(appName)
  app.setAppUserModelId('lead-inspector')
  const chosen = app.commandLine.getSwitchValue('user-data-dir')
  const dataFolder = chosen === '' ? join(app.getPath('appData'), appName) : resolve(chosen)
  mkdirSync(dataFolder, { recursive: true })
  // Leads are personal data: nobody else on this machine may read them.
  if (process.platform !== 'win32') chmodSync(dataFolder, 0o700)
  app.setPath('userData', dataFolder)
  // Chromium's caches stay apart from what is the user's own.
  app.setPath('sessionData', join(dataFolder, 'browser'))
  return dataFolder
}
