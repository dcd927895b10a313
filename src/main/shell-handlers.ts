import { writeFile } from 'node:fs/promises'
import { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { ShellCommands } from '@shared/contract/shell-commands'
import { app, clipboard, shell } from 'electron'
import type { EngineHost } from './engine-host'
import type { GrantedFiles } from './granted-files'
import { openHelp } from './help-links'
import type { MainWindow } from './main-window'
import { askWhichFiles, askWhichFolder } from './open-dialog'
import { askWhereToSave } from './save-dialog'
import type { SettingsStore } from './settings-store'

export type ShellParts = {
  readonly dataFolder: string
  readonly settings: SettingsStore
  readonly engine: EngineHost
  readonly files: GrantedFiles
  readonly window: MainWindow
}

/** One handler for each command of the shell. */
export function shellHandlers({ dataFolder, settings, engine, files, window }: ShellParts): Handlers<ShellCommands> {
  return {
    'settings.get': () => settings.get(),
    'settings.change': ({ changes }) => settings.change(changes),
    'clipboard.write': ({ text }) => {
      clipboard.writeText(text)
      return null
    },
    'file.choose-save': async ({ suggestedName, extension }) => {
      const path = await askWhereToSave(window, suggestedName, extension)
      return path === null ? null : files.grant(path)
    },
    'file.save-text': async ({ suggestedName, extension, text }) => {
      const path = await askWhereToSave(window, suggestedName, extension)
      if (path === null) return null
      await saveText(path, text)
      return files.grant(path)
    },
    'file.choose-open': async ({ extensions, multiple }) =>
      (await askWhichFiles(window, extensions, multiple)).map(files.grant),
    'folder.choose': async () => {
      const path = await askWhichFolder(window)
      return path === null ? null : files.grant(path)
    },
    'file.reveal': ({ token }) => {
      shell.showItemInFolder(files.path(token))
      return null
    },
    'data-folder.open': async () => {
      const problem = await shell.openPath(dataFolder)
      if (problem !== '') throw new AppError('unexpected', { detail: problem })
      return null
    },
    'help.open': async ({ topic }) => {
      await openHelp(topic)
      return null
    },
    'engine.state': () => engine.state(),
    'engine.restart': () => {
      engine.restart()
      return null
    },
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
      node: process.versions.node,
      licence: 'MIT',
    }),
  }
}

async function saveText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    const detail = error instanceof Error ? error.message : String(error)
    throw new AppError(full ? 'disk-full' : 'export-failed', { detail }, { cause: error })
  }
}
