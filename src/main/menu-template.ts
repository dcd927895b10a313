import type { MenuCommand } from '@shared/contract/shell-commands'
import type { MenuItemConstructorOptions } from 'electron'
import type { HelpTopic } from './help-links'
import { type ShellTextKey, shellText } from './texts'

export type MenuActions = {
  readonly send: (command: MenuCommand) => void
  readonly openHelp: (topic: HelpTopic) => void
}

type MenuText = ShellTextKey extends infer Key ? (Key extends `menu.${infer Text}` ? Text : never) : never

/** The application menu as data. @param development adds the tools for developers */
export function menuTemplate(actions: MenuActions, isMac: boolean, development: boolean): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const item = (text: MenuText, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label: shellText(`menu.${text}`),
    click: () => actions.send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const role = (text: MenuText, name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    role: name,
    label: shellText(`menu.${text}`),
  })
  const help = (text: MenuText, topic: HelpTopic): MenuItemConstructorOptions => ({
    label: shellText(`menu.${text}`),
    click: () => actions.openHelp(topic),
  })
  const about = item('about', 'about')
  // The Mac has settings and quitting in the application's own menu.
  const settings = item('settings', 'view-settings', 'CmdOrCtrl+,')
  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
  return [
    ...(isMac ? [appMenu] : []),
    {
      label: shellText('menu.file'),
      submenu: [
        item('sendSample', 'send-sample', 'CmdOrCtrl+Shift+L'),
        item('copyFlowUrl', 'copy-flow-url', 'CmdOrCtrl+Shift+U'),
        item('export', 'export-leads', 'CmdOrCtrl+E'),
        separator,
        ...(isMac ? [{ role: 'close' } as const] : [settings, separator, role('quit', 'quit')]),
      ],
    },
    {
      label: shellText('menu.edit'),
      submenu: [
        role('undo', 'undo'),
        role('redo', 'redo'),
        separator,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('selectAll', 'selectAll'),
        separator,
        // The list itself takes Ctrl+Z while it has the focus; the menu's Ctrl+Z belongs to text.
        item('undoDelete', 'undo-delete'),
        item('find', 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: shellText('menu.view'),
      submenu: [
        item('inbox', 'view-inbox', 'CmdOrCtrl+1'),
        item('composer', 'view-composer', 'CmdOrCtrl+2'),
        item('flows', 'view-flows', 'CmdOrCtrl+3'),
        item('partnerCenter', 'view-partner-center', 'CmdOrCtrl+4'),
        item('guide', 'view-guide', 'CmdOrCtrl+5'),
        { ...item('settingsView', 'view-settings', 'CmdOrCtrl+6'), id: 'view-settings-tab' },
        separator,
        item('commandPalette', 'command-palette', 'CmdOrCtrl+K'),
        separator,
        role('actualSize', 'resetZoom'),
        role('zoomIn', 'zoomIn'),
        role('zoomOut', 'zoomOut'),
        separator,
        role('fullScreen', 'togglefullscreen'),
        ...(development ? [separator, role('reload', 'reload'), role('developerTools', 'toggleDevTools')] : []),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu', label: shellText('menu.window') } as const] : []),
    {
      role: 'help',
      label: shellText('menu.help'),
      submenu: [
        help('leadArticle', 'lead-article'),
        help('powerAutomate', 'power-automate'),
        separator,
        item('keyboardShortcuts', 'keyboard-shortcuts', 'CmdOrCtrl+/'),
        ...(isMac ? [] : [separator, about]),
      ],
    },
  ]
}
