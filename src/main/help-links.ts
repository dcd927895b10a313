import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import { app, shell } from 'electron'

const articles = {
  'lead-article':
    'https://docs.microsoft.com/azure/marketplace/partner-center-portal/commercial-marketplace-lead-management-instructions-https',
  'power-automate': 'https://learn.microsoft.com/power-automate/oauth-authentication',
} as const

export type HelpTopic = keyof typeof articles | 'project'

/**
 * Opens an article in the browser, or the README of this application. The list is closed: no other address gets there.
 * Throws `AppError` `file-unreadable` where the application came without its README.
 */
export async function openHelp(topic: HelpTopic): Promise<void> {
  if (topic !== 'project') {
    await shell.openExternal(articles[topic])
    return
  }
  const readme = join(app.getAppPath(), 'README.md')
  const problem = existsSync(readme) ? await shell.openPath(readme) : 'README.md'
  if (problem !== '') throw new AppError('file-unreadable', { detail: problem })
}
