import { spawn } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { folderSize } from './folder-size.mjs'
import { ELECTRON_PACKAGE } from './paths.mjs'
import { progress, say } from './say.mjs'

/** A closed network often swallows packets instead of refusing them; without a byte for this long we stop. */
const STALL_MS = 10_000
/** A refused connection may be a hiccup, so it is tried twice; a stall is not. */
const ATTEMPTS = 2

/**
 * Runs Electron's own installer (it checks the download's SHA-256 and unpacks it to `node_modules/electron/dist`),
 * watched: a download that stands still is ended within seconds.
 * @returns {Promise<string | null>} null when it worked, else why not, in one line
 */
export async function installOfficialElectron() {
  const dist = path.join(ELECTRON_PACKAGE, 'dist')
  // A link to the fall-back would make the installer unpack into the shared cache.
  if (lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink()) await rm(dist)
  const version = JSON.parse(readFileSync(path.join(ELECTRON_PACKAGE, 'package.json'), 'utf8')).version
  say(`downloading Electron ${version}`)
  let reason = ''
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const result = await tryOnce(dist)
    if (result.reason === null) return null
    reason = result.reason
    if (result.stalled) break
    if (attempt < ATTEMPTS) await sleep(1000)
  }
  await rm(dist, { recursive: true, force: true })
  return reason
}

/**
 * @param {string} dist
 * @returns {Promise<{ reason: string | null, stalled: boolean }>}
 */
async function tryOnce(dist) {
  const work = await mkdtemp(path.join(os.tmpdir(), 'lead-inspector-electron-'))
  const installer = spawn(process.execPath, [path.join(ELECTRON_PACKAGE, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // The installer downloads into the temporary folder: a folder of its own shows how far it is.
    env: { ...process.env, TMPDIR: work, TEMP: work, TMP: work, ELECTRON_GET_NO_PROGRESS: '1' },
  })
  let errors = ''
  installer.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const report = progress('Electron', 0)
  let bytes = 0
  let movedAt = Date.now()
  let stalled = false
  const watch = setInterval(async () => {
    const now = (await folderSize(work)).total + (await folderSize(dist)).total
    if (now !== bytes) {
      bytes = now
      movedAt = Date.now()
      report(bytes)
    } else if (Date.now() - movedAt > STALL_MS) {
      stalled = true
      installer.kill('SIGKILL')
    }
  }, 1000)
  const code = await new Promise((resolve) => {
    installer.on('error', () => resolve(1))
    installer.on('close', resolve)
  })
  clearInterval(watch)
  await rm(work, { recursive: true, force: true })
  if (code === 0 && existsSync(path.join(ELECTRON_PACKAGE, 'path.txt'))) return { reason: null, stalled: false }
  if (stalled) return { reason: `no byte arrived for ${STALL_MS / 1000} seconds`, stalled }
  return { reason: errors.trim().split('\n')[0] || `the installer ended with code ${code}`, stalled: false }
}
