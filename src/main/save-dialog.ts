import { join } from 'node:path'
import { app, dialog } from 'electron'
import { safeFileName } from './file-name'
import type { MainWindow } from './main-window'
import { shellText } from './texts'

/** Asks the user where to save. @returns the full path, or null when they cancel */
export async function askWhereToSave(
  window: MainWindow,
  suggestedName: string,
  extension: string,
): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    defaultPath: join(app.getPath('downloads'), safeFileName(suggestedName, extension)),
    buttonLabel: shellText('dialog.save'),
    filters: [
      { name: shellText('dialog.fileType', { extension: extension.toUpperCase() }), extensions: [extension] },
      { name: shellText('dialog.allFiles'), extensions: ['*'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const parent = window.current()
  const answer = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options))
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}
