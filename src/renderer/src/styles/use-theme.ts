import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { useSettings } from '../state/settings-store'

/** The theme to show: high contrast where the system forces its colours, else by the setting, else by the system. */
export function useTheme(): Theme {
  const chosen = useSettings((state) => state.settings.theme)
  const forcedColors = useMediaQuery('(forced-colors: active)')
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)')
  if (forcedColors) return teamsHighContrastTheme
  const dark = chosen === 'system' ? systemDark : chosen === 'dark'
  return dark ? webDarkTheme : webLightTheme
}

/** Whether a media query holds, kept up to date. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
