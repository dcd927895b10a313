import { app, session } from 'electron'
import type { Log } from './log'
import { developmentUrl, isTrustedPage } from './trusted-page'

const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications'])

/** Keeps every page where it is: no navigation, no new window, no webview, for whatever content ever gets in. */
export function refuseNavigation(log: Log): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-frame-navigate', (event) => {
      // The development server reloads the page; the built application never navigates.
      if (developmentUrl !== undefined && isTrustedPage(event.url)) return
      event.preventDefault()
      log.warn('A navigation of the window was refused.')
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Denies every permission but writing to the clipboard and notices, and those to anyone but our own page. */
export function restrictPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_, permission, answer, details) => {
    answer(allowedPermissions.has(permission) && isTrustedPage(details.requestingUrl))
  })
  defaultSession.setPermissionCheckHandler(
    (_, permission, origin) => allowedPermissions.has(permission) && isTrustedPage(origin),
  )
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', (event) => event.preventDefault())
}
