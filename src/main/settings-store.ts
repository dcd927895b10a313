import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import { parseSettings } from '@shared/parse-settings'
import type { Settings, SettingsChanges } from '@shared/settings'
import { changeSettings } from '@shared/settings-schema'
import Store from 'electron-store'
import { moveBrokenJsonAside } from './broken-file'
import type { Log } from './log'

export type SettingsStore = {
  readonly get: () => Settings
  /** Saves and tells the listeners. Throws `AppError`: `bad-input`, `disk-full`, `storage-failed`. */
  readonly change: (changes: SettingsChanges) => Settings
  readonly onChange: (listener: (settings: Settings, before: Settings) => void) => void
}

/** The settings in `settings.json` in the data folder. A file that cannot be read costs the settings, never the start. */
export function openSettings(dataFolder: string, log: Log): SettingsStore {
  const store = openStore(dataFolder, log)
  const listeners: ((settings: Settings, before: Settings) => void)[] = []
  const { settings, dropped } = parseSettings(store?.store)
  if (dropped.length > 0) log.warn(`Settings that do not fit fall back to their defaults: ${dropped.join(', ')}`)
  let current = settings
  return {
    get: () => current,
    change: (changes) => {
      const before = current
      const next = changeSettings(before, changes)
      save(store, next)
      current = next
      for (const listener of listeners) listener(next, before)
      return next
    },
    onChange: (listener) => listeners.push(listener),
  }
}

function openStore(dataFolder: string, log: Log): Store | null {
  try {
    const aside = moveBrokenJsonAside(join(dataFolder, 'settings.json'), Date.now())
    if (aside !== null) log.warn(`The settings were not readable and were moved to ${aside}.`)
    return new Store({ cwd: dataFolder, name: 'settings', accessPropertiesByDotNotation: false })
  } catch (error) {
    log.error('The settings cannot be read; the defaults are used', error)
    return null
  }
}

function save(store: Store | null, settings: Settings): void {
  if (store === null) throw new AppError('storage-failed', { detail: 'settings.json' })
  try {
    store.set(settings)
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw new AppError(full ? 'disk-full' : 'storage-failed', { detail: 'settings.json' }, { cause: error })
  }
}
