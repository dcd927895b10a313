// Which Electron runs the app, and how it gets onto this machine.
import { existsSync, lstatSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CYPRESS_PACKAGE, ensureCypressElectron } from './cypress-electron.mjs'
import { installOfficialElectron } from './official-electron.mjs'
import { ELECTRON_PACKAGE } from './paths.mjs'
import { say } from './say.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} dist the folder that holds Electron
 * @property {string} executable absolute path
 * @property {string} version e.g. "45.4.1"
 * @property {boolean} official false for the fall-back, which must not be shipped
 */

/**
 * Finds Electron or fetches it: the folder the user names, what an earlier run left in node_modules, the official
 * download, the fall-back.
 * @returns {Promise<Runtime>}
 * @throws {SetupError} when there is no way to one
 */
export async function ensureElectron() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) return describeNamed(path.resolve(named))
  const present = findInstalled(ELECTRON_PACKAGE)
  if (present !== null) return present
  const failure = await installOfficialElectron()
  const installed = failure === null ? findInstalled(ELECTRON_PACKAGE) : null
  if (installed !== null) return installed
  say(`the official Electron could not be downloaded (${failure})`)
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new SetupError(adviceWithoutFallback())
  const folder = await ensureCypressElectron()
  linkIntoPackage(folder, ELECTRON_PACKAGE)
  say(
    `using Electron ${CYPRESS_PACKAGE.electronVersion} instead, for development and tests only; set ELECTRON_MIRROR ` +
      'to a mirror of the official releases and run `npm ci` to get the official one',
  )
  return describe(folder, 'electron')
}

/** What `electron`'s own index.js expects in `path.txt`. */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * @param {string} electronPackage the folder of the npm package
 * @returns {Runtime | null} what is installed there, when it is whole
 */
export function findInstalled(electronPackage) {
  const note = path.join(electronPackage, 'path.txt')
  if (!existsSync(note)) return null
  const dist = path.join(electronPackage, 'dist')
  const name = readFileSync(note, 'utf8')
  if (!existsSync(path.join(dist, name))) return null
  return describe(realpathSync(dist), name)
}

/**
 * Leaves in the package what the official installer leaves: Playwright, electron-vite and the `electron` command then
 * find the runtime without any variable.
 * @param {string} folder
 * @param {string} electronPackage
 */
export function linkIntoPackage(folder, electronPackage) {
  const dist = path.join(electronPackage, 'dist')
  if (lstatSync(dist, { throwIfNoEntry: false })) rmSync(dist, { recursive: true })
  symlinkSync(folder, dist)
  // No line end: the package reads the whole file as the name.
  writeFileSync(path.join(electronPackage, 'path.txt'), executableName())
}

/** @param {string} dist */
function describeNamed(dist) {
  const name = executableName()
  if (existsSync(path.join(dist, name))) return describe(dist, name)
  throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but there is no ${name} in it.`)
}

/**
 * @param {string} dist
 * @param {string} name
 * @returns {Runtime}
 */
function describe(dist, name) {
  const note = path.join(dist, 'version')
  const version = existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : ''
  const official = version !== CYPRESS_PACKAGE.electronVersion
  return { dist, executable: path.join(dist, name), version, official }
}

/** @returns {string} */
export function adviceWithoutFallback(platform = process.platform, arch = process.arch) {
  return [
    `Electron for ${platform}-${arch} could not be downloaded, and only linux-x64 has a fall-back in the npm registry.`,
    'Set ELECTRON_MIRROR to a mirror of the Electron releases that this network reaches (for example',
    "ELECTRON_MIRROR='https://mirror.example/electron/'), or ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked",
    'Electron, and run the command again.',
  ].join('\n')
}
