import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { autostartEntry } from './autostart-entry'

/** Registers or removes the application with the system's start: login items, on Linux an XDG autostart entry. */
export function setStartWithSystem(start: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: start })
    return
  }
  const file = join(app.getPath('appData'), 'autostart', 'lead-inspector.desktop')
  if (!start) {
    rmSync(file, { force: true })
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, autostartEntry(app.getName(), startCommand()))
}

function startCommand(): readonly string[] {
  // An AppImage runs from a mount that is gone at the next start; the variable names the file itself.
  if (process.env.APPIMAGE !== undefined) return [process.env.APPIMAGE]
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()]
}
