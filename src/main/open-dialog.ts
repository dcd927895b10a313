import { dialog } from 'electron'
import type { MainWindow } from './main-window'
import { shellText } from './texts'

/** Asks the user for files. @returns their full paths; none when they cancel */
export async function askWhichFiles(
  window: MainWindow,
  extensions: readonly string[],
  multiple: boolean,
): Promise<readonly string[]> {
  const every = { name: shellText('dialog.allFiles'), extensions: ['*'] }
  const wanted = { name: shellText('dialog.suitableFiles'), extensions: [...extensions] }
  return ask(window, {
    filters: extensions.length === 0 ? [every] : [wanted, every],
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  })
}

/** Asks the user for a folder. @returns its full path, or null when they cancel */
export async function askWhichFolder(window: MainWindow): Promise<string | null> {
  const [folder] = await ask(window, { properties: ['openDirectory', 'createDirectory'] })
  return folder ?? null
}

async function ask(window: MainWindow, options: Electron.OpenDialogOptions): Promise<readonly string[]> {
  const parent = window.current()
  const answer = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options))
  return answer.canceled ? [] : answer.filePaths
}
