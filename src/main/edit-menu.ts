import { type BrowserWindow, Menu } from 'electron'
import { editMenuTemplate } from './edit-menu-template'

/** Right-click in a text field or on selected text: cut, copy, paste, as everywhere. */
export function followEditMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, place) => {
    const template = editMenuTemplate(place)
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}
