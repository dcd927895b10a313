// Starts the built application with Playwright on a fresh data folder and any free port.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron } from 'playwright-core'

export const root = join(import.meta.dirname, '../../..')

/** What Electron needs besides our own arguments where the benches run as root. */
export const sandboxArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export function makeDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lead-inspector-bench-'))
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ engine: { port: 0, httpsPort: 0 } }))
  return folder
}

/**
 * @param {{ keepFolder?: boolean }} [options] keepFolder: the caller removes the data folder
 * @returns the application, its page, its flow's URL, its data folder, and `end`, which quits it
 */
export async function launchApp({ keepFolder = false } = {}) {
  const folder = makeDataFolder()
  const app = await _electron.launch({ cwd: root, args: [...sandboxArgs, root, `--user-data-dir=${folder}`] })
  const child = app.process()
  const ended = new Promise((done) => child.once('exit', done))
  const flowUrl = await new Promise((found, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('Flow URL: ')) found(line.slice('Flow URL: '.length))
    })
    void ended.then(() => failed(new Error('The application ended before it listened.')))
  })
  const page = await app.firstWindow()
  const end = async () => {
    await app.evaluate(({ app }) => app.quit()).catch(() => undefined)
    await ended
    if (!keepFolder) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  return { app, page, flowUrl, folder, end }
}
