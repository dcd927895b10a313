import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { isTrustedPage } from './trusted-page'

/** True when a message comes from the main frame of our window, and that shows our own page. */
export function isOwnPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  return (
    window !== null &&
    event.sender === window.webContents &&
    frame !== null &&
    frame === window.webContents.mainFrame &&
    isTrustedPage(frame.url)
  )
}
