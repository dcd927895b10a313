import { Menu } from 'electron'
import { type MenuActions, menuTemplate } from './menu-template'
import { developmentUrl } from './trusted-page'

/** Puts the application menu in place; its commands go to the window. */
export function setUpMenu(actions: MenuActions): void {
  const template = menuTemplate(actions, process.platform === 'darwin', developmentUrl !== undefined)
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
