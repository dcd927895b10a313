import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { SettingsChanges } from '@shared/settings'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

export type LaunchOptions = {
  /** Kept after the test when given, so that an application can be started on it again. */
  readonly dataFolder?: string
  readonly args?: readonly string[]
  /** Written to settings.json beforehand; the receiver takes any free port unless one is named. */
  readonly settings?: SettingsChanges
}

export type LaunchedApp = {
  readonly app: ElectronApplication
  readonly window: Page
  readonly dataFolder: string
  /** The full URL of the default flow, as printed on standard output. */
  readonly flowUrl: string
  /** Lines that the application has printed so far. */
  readonly output: readonly string[]
  /** Errors on the page's console, among them every report of the content security policy. */
  readonly problems: readonly string[]
  /** Quits as a user would and waits for the end of the process. */
  readonly close: () => Promise<void>
  /** Ends the main process at once, as a crash would. */
  readonly kill: () => Promise<void>
}

/** What Electron needs besides our own arguments where tests run as root. */
export const sandboxArgs: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The folder of the checkout, which Electron starts the built application from. */
export const appFolder = resolve(import.meta.dirname, '../..')

/**
 * Starts the built application in a real window and waits until its receiver listens. It is ended with the test.
 * `npx electron-vite build` must have run, and DISPLAY must name a display.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const dataFolder = options.dataFolder ?? temporaryFolder()
  mkdirSync(dataFolder, { recursive: true })
  writeSettings(dataFolder, options.settings)
  const app = await _electron.launch({
    cwd: appFolder,
    args: [...sandboxArgs, appFolder, `--user-data-dir=${dataFolder}`, ...(options.args ?? [])],
  })
  const process = app.process()
  const ended = new Promise<void>((done) => process.once('exit', () => done()))
  onTestFinished(async () => {
    // Quitting ends the helper processes too; they outlive a killed main process and go on writing into the folder.
    const quit = app.evaluate(({ app }) => app.quit()).catch(() => undefined)
    const timer = setTimeout(() => process.kill('SIGKILL'), 5000)
    await Promise.all([quit, ended])
    clearTimeout(timer)
  })
  const output: string[] = []
  const flowUrl = new Promise<string>((found, failed) => {
    for (const stream of [process.stdout, process.stderr]) {
      if (stream === null) continue
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line)
        if (line.startsWith('Flow URL: ')) found(line.slice('Flow URL: '.length))
      })
    }
    const fail = (what: string): void => failed(new Error(`${what} before it listened. It said:\n${output.join('\n')}`))
    void ended.then(() => fail('The application ended'))
    setTimeout(() => fail('30 seconds went by'), 30_000).unref()
  })
  // It is awaited further down; until then a failure must not count as unhandled.
  flowUrl.catch(() => undefined)
  const problems: string[] = []
  const window = await app.firstWindow()
  window.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  window.on('pageerror', (error) => problems.push(error.message))
  return {
    app,
    window,
    dataFolder,
    flowUrl: await flowUrl,
    output,
    problems,
    close: async () => {
      await app.evaluate(({ app }) => app.quit()).catch(() => undefined)
      await ended
    },
    kill: async () => {
      process.kill('SIGKILL')
      await ended
    },
  }
}

/** Any free port, so that two tests never meet on 5323. What an earlier start has left in the folder stays. */
function writeSettings(dataFolder: string, changes: SettingsChanges | undefined): void {
  const file = join(dataFolder, 'settings.json')
  if (changes === undefined && existsSync(file)) return
  writeFileSync(file, JSON.stringify({ ...changes, engine: { port: 0, httpsPort: 0, ...changes?.engine } }))
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lead-inspector-e2e-'))
  // Electron's helper processes outlive a killed main process by a moment and still write.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }))
  return folder
}
