import i18next from 'i18next'
import type { Layout } from 'react-resizable-panels'
import { changeAppSettings, useSettings } from '../state/settings-store'
import { showErrorToast } from '../state/toast-store'

/** Keeps the sizes of a split, in percent, in the order of its panes. */
export function keepSizes(name: string, layout: Layout): void {
  const paneSizes = { ...useSettings.getState().settings.paneSizes, [name]: Object.values(layout) }
  changeAppSettings({ paneSizes }).catch((error: unknown) => {
    showErrorToast(i18next.t('sizesNotKept', { ns: 'collections' }), error)
  })
}
