import { z } from 'zod'
import type { Settings } from '../settings'
import { settingsChangesSchema } from '../settings-schema'
import { command } from './command'

/** The state of the engine's process, as the shell sees it. */
export type EngineProcessState =
  | { readonly state: 'running' }
  | { readonly state: 'restarting'; readonly attempt: number; readonly inMs: number }
  | { readonly state: 'gave-up' }
  /** It cannot run here, and a restart would not help: the data folder is in use, or its database is newer. */
  | { readonly state: 'refused'; readonly error: import('../app-error').AppErrorData }

export type About = {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  readonly licence: string
}

/** A file that the user chose in a dialog: the engine opens it by its token, the window never names a path. */
export type GrantedFile = { readonly token: string; readonly name: string }

/** The commands that the Electron shell answers over `ipcMain.handle`. */
export const shellCommands = {
  'settings.get': command<Settings>()(z.strictObject({})),
  'settings.change': command<Settings>()(z.strictObject({ changes: settingsChangesSchema })),
  'clipboard.write': command<null>()(z.strictObject({ text: z.string().max(8_000_000) })),
  /** Shows the save dialog; null when the user cancels. */
  'file.choose-save': command<GrantedFile | null>()(
    z.strictObject({ suggestedName: z.string().max(200), extension: z.string().regex(/^[a-z0-9]{1,8}$/) }),
  ),
  /** Shows the save dialog and writes a small text there (a certificate); null when the user cancels. */
  'file.save-text': command<GrantedFile | null>()(
    z.strictObject({
      suggestedName: z.string().max(200),
      extension: z.string().regex(/^[a-z0-9]{1,8}$/),
      text: z.string().max(8_000_000),
    }),
  ),
  /** Shows the open dialog; empty when the user cancels. Extensions without the dot; none allows every file. */
  'file.choose-open': command<readonly GrantedFile[]>()(
    z.strictObject({
      extensions: z.array(z.string().regex(/^[a-z0-9]{1,12}$/)).max(20),
      multiple: z.boolean(),
    }),
  ),
  /** Shows the dialog for a folder; null when the user cancels. */
  'folder.choose': command<GrantedFile | null>()(z.strictObject({})),
  /** Opens the folder of an exported file, by its token. */
  'file.reveal': command<null>()(z.strictObject({ token: z.string() })),
  'data-folder.open': command<null>()(z.strictObject({})),
  /** Opens one of our own documentation links in the browser; lead data never reaches this. */
  'help.open': command<null>()(z.strictObject({ topic: z.enum(['lead-article', 'power-automate', 'project']) })),
  'engine.state': command<EngineProcessState>()(z.strictObject({})),
  'engine.restart': command<null>()(z.strictObject({})),
  about: command<About>()(z.strictObject({})),
} as const

export type ShellCommands = typeof shellCommands

/** What the shell tells the window. */
export type ShellEvent =
  | { readonly type: 'engine-process'; readonly process: EngineProcessState }
  | { readonly type: 'settings-changed'; readonly settings: Settings }
  /** An item of the application menu or a shortcut that the menu owns. */
  | { readonly type: 'menu'; readonly command: MenuCommand }
  /** Whether the window has the focus; a lead that comes while it has not is told by a desktop notice. */
  | { readonly type: 'open-lead'; readonly id: number }

export const menuCommands = [
  'view-inbox',
  'view-composer',
  'view-flows',
  'view-partner-center',
  'view-guide',
  'view-settings',
  'command-palette',
  'send-sample',
  'copy-flow-url',
  'export-leads',
  'find',
  'undo-delete',
  'about',
  'keyboard-shortcuts',
] as const

export type MenuCommand = (typeof menuCommands)[number]
