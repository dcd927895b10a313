import { nativeTheme } from 'electron'
import type { Log } from './log'
import type { SettingsStore } from './settings-store'
import { setStartWithSystem } from './start-with-system'

/** Lets the settings that belong to the system take effect: the theme now and at each change, the start at a change. */
export function applySettings(settings: SettingsStore, log: Log): void {
  nativeTheme.themeSource = settings.get().theme
  settings.onChange((next, before) => {
    if (next.theme !== before.theme) nativeTheme.themeSource = next.theme
    if (next.startWithSystem === before.startWithSystem) return
    try {
      setStartWithSystem(next.startWithSystem)
    } catch (error) {
      log.error('Starting with the system could not be set', error)
    }
  })
}
