import { app, session } from 'electron'
import type { EngineHost } from './engine-host'
import type { Log } from './log'

/** Holds quitting back until the engine has finished what it has begun: no acknowledged lead may be half done. */
export function setUpShutdown(engine: EngineHost, log: Log): void {
  let phase: 'running' | 'stopping' | 'stopped' = 'running'
  app.on('before-quit', (event) => {
    if (phase === 'stopped') return
    event.preventDefault()
    if (phase === 'stopping') return
    phase = 'stopping'
    // What the window keeps (unsaved edits of flows, the chosen part of a lead) is written late, and not surely at the end.
    session.defaultSession.flushStorageData()
    engine
      .stop()
      .then(() => log.info('The engine has finished; the application ends.'))
      .catch((error) => log.error('The engine could not be stopped', error))
      .finally(() => {
        phase = 'stopped'
        app.quit()
      })
  })
  app.on('window-all-closed', () => {
    // On the Mac an application lives on without a window, and so does its receiver.
    if (process.platform !== 'darwin') app.quit()
  })
}
