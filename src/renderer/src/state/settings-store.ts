import { defaultSettings, type Settings, type SettingsChanges } from '@shared/settings'
import { create } from 'zustand'
import { callShell, onShellEvent } from './bridge'

/** The settings as the shell keeps them; hydrated before the first render. */
export const useSettings = create<{ readonly settings: Settings }>(() => ({ settings: defaultSettings }))

/** Reads the settings and follows their changes; called once at the start of the window. */
export async function followSettings(): Promise<void> {
  onShellEvent((event) => {
    if (event.type === 'settings-changed') useSettings.setState({ settings: event.settings })
  })
  useSettings.setState({ settings: await callShell('settings.get', {}) })
}

/** Saves changes at once and shows them when they are saved. Rejects with an `AppError`. */
export async function changeAppSettings(changes: SettingsChanges): Promise<void> {
  useSettings.setState({ settings: await callShell('settings.change', { changes }) })
}
