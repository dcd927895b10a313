import { toErrorData } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import { shellChannels } from '@shared/contract/shell-channels'
import type { ShellCommands } from '@shared/contract/shell-commands'
import { ipcMain } from 'electron'
import type { Log } from './log'
import type { MainWindow } from './main-window'
import { runShellCommand, type ShellAnswer } from './run-shell-command'
import { isOwnPage } from './sender-check'

/** Answers the window's commands to the shell; any other sender is refused. */
export function serveShellCommands(handlers: Handlers<ShellCommands>, window: MainWindow, log: Log): void {
  ipcMain.handle(shellChannels.call, async (event, name: unknown, input: unknown): Promise<ShellAnswer> => {
    if (!isOwnPage(event, window.current())) {
      log.warn('A command from a page that is not ours was refused.')
      return { ok: false, error: toErrorData(new Error('This page may not call the application.')) }
    }
    const answer = await runShellCommand(handlers, name, input)
    if (!answer.ok) log.warn(`${String(name)} failed: ${answer.error.code} ${JSON.stringify(answer.error.params)}`)
    return answer
  })
}
