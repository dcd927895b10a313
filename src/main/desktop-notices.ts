import type { LeadNotice } from '@shared/contract/engine-process-wire'
import { Notification } from 'electron'
import type { EngineHost } from './engine-host'
import type { MainWindow } from './main-window'
import { leadNoticeText } from './notice-text'
import type { SettingsStore } from './settings-store'

/** At least this long between two notices, in milliseconds: a flood of leads must not become a flood of notices. */
const betweenMs = 5000

/**
 * Tells of new leads while the window has not the focus. One notice stands for all leads since the user last looked;
 * a click on it opens the newest.
 */
export function setUpDesktopNotices(
  engine: EngineHost,
  window: MainWindow,
  settings: SettingsStore,
  openLead: (id: number) => void,
): { readonly forget: () => void } {
  let unseen: { readonly newest: LeadNotice; readonly count: number } | null = null
  let shown: Notification | null = null
  let lastShown = 0
  let timer: NodeJS.Timeout | undefined

  const forget = (): void => {
    clearTimeout(timer)
    timer = undefined
    shown?.close()
    shown = null
    unseen = null
  }

  const show = (): void => {
    timer = undefined
    if (unseen === null) return
    const { newest, count } = unseen
    shown?.close()
    shown = new Notification(leadNoticeText(newest, count))
    shown.on('click', () => {
      forget()
      window.show()
      openLead(newest.id)
    })
    lastShown = Date.now()
    shown.show()
  }

  engine.onMessage((message) => {
    if (message.kind !== 'lead-notice') return
    const newest = message.leads[0]
    const looking = window.current()?.isFocused() ?? false
    if (newest === undefined || looking || !settings.get().notifyNewLeads || !Notification.isSupported()) return
    unseen = { newest, count: (unseen?.count ?? 0) + message.count }
    timer ??= setTimeout(show, Math.max(0, lastShown + betweenMs - Date.now()))
  })
  return { forget }
}
