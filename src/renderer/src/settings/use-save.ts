import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { SettingsChanges } from '@shared/settings'
import { useCallback, useState } from 'react'
import { changeAppSettings } from '../state/settings-store'

/** Saves settings at once; `error` tells why the last change was not saved. */
export function useSave(): {
  readonly save: (changes: SettingsChanges) => Promise<void>
  readonly error: AppErrorData | null
} {
  const [error, setError] = useState<AppErrorData | null>(null)
  const save = useCallback(async (changes: SettingsChanges) => {
    try {
      await changeAppSettings(changes)
      setError(null)
    } catch (failure) {
      setError(toErrorData(failure))
    }
  }, [])
  return { save, error }
}
