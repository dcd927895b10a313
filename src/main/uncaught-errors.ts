import { app, dialog } from 'electron'
import type { Log } from './log'
import { shellText } from './texts'

/**
 * Logs errors that nobody handled. One before `isStarted` means that the application cannot run: the user is told
 * why, and it leaves. Later ones are logged and the application goes on: the engine, which holds the data, is apart.
 */
export function setUpUncaughtErrors(log: Log, isStarted: () => boolean): void {
  const handle = (error: unknown): void => {
    log.error('Uncaught', error)
    if (isStarted()) return
    const detail = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${shellText('fatal.title')} ${detail}\n`)
    dialog.showErrorBox(shellText('fatal.title'), shellText('fatal.body', { detail, folder: app.getPath('userData') }))
    app.exit(1)
  }
  process.on('uncaughtException', handle)
  process.on('unhandledRejection', handle)
  // A closed terminal must not end the application.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
