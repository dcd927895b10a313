// What Electron needs from a Linux system, and which of it is missing. The loader itself is asked (ldd) instead of a
// list of package names, so that any distribution's libraries count.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { runQuietly } from './run-command.mjs'

/**
 * Shared objects and the Debian package of each. Newer Debian and Ubuntu releases renamed many with "t64" (64-bit
 * time), so each has its possible names, newest first.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const PACKAGES_OF_LIBRARY = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgdk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libsmime3.so': ['libnss3'],
  'libnspr4.so': ['libnspr4'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libgbm.so.1': ['libgbm1'],
  'libXss.so.1': ['libxss1'],
  'libXtst.so.6': ['libxtst6'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdrm.so.2': ['libdrm2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libcairo.so.2': ['libcairo2'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libexpat.so.1': ['libexpat1'],
  'libudev.so.1': ['libudev1'],
  'libX11.so.6': ['libx11-6'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libnotify.so.4': ['libnotify4'],
  'libsecret-1.so.0': ['libsecret-1-0'],
}

/** Loaded by Electron only when used (notices, the keyring): it starts without them. */
const LOADED_LATER = ['libnotify.so.4', 'libsecret-1.so.0']

/**
 * Fonts without which text is boxes: Latin, Greek and Cyrillic; Chinese, Japanese and Korean in 2 MB (the Noto fonts
 * take 57); emoji.
 */
const FONTS = ['fonts-liberation', 'fonts-dejavu-core', 'fonts-droid-fallback', 'fonts-noto-color-emoji']

/**
 * @typedef {object} Needs
 * @property {string[]} libraries shared objects without which Electron does not start
 * @property {readonly (readonly string[])[]} required packages without which the app cannot be shown; each with its possible names
 * @property {readonly (readonly string[])[]} useful packages without which something is missing in it
 */

/**
 * Looks at this machine.
 * @param {string} executable Electron
 * @param {{ headless: boolean }} options headless: the window will be on a virtual display
 * @returns {Promise<Needs>}
 */
export async function findMissing(executable, { headless }) {
  const ldd = await runQuietly('ldd', [executable])
  const libraries = missingInLdd(ldd.stdout)
  const known = await loaderCache()
  const later = known === '' ? [] : LOADED_LATER.filter((name) => !known.includes(name))
  const required = packagesOf(libraries)
  if (headless && !isOnPath('Xvfb')) required.push(['xvfb'])
  // Only a machine without a screen is sure to lack its owner's fonts.
  const fonts = headless ? await missingFonts() : []
  return { libraries, required, useful: [...packagesOf(later), ...fonts.map((name) => [name])] }
}

/**
 * @param {string} output of `ldd <program>`
 * @returns {string[]} the names the loader did not find
 */
export function missingInLdd(output) {
  const names = [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1])
  return [...new Set(names)]
}

/**
 * @param {readonly string[]} libraries
 * @returns {(readonly string[])[]} each package once, with its possible names
 */
export function packagesOf(libraries) {
  const packages = new Map()
  for (const library of libraries) {
    const names = PACKAGES_OF_LIBRARY[library]
    if (names) packages.set(names[0], names)
  }
  return [...packages.values()]
}

async function loaderCache() {
  // Not on the PATH of ordinary users.
  for (const program of ['ldconfig', '/usr/sbin/ldconfig', '/sbin/ldconfig']) {
    const { code, stdout } = await runQuietly(program, ['-p'])
    if (code === 0) return stdout
  }
  return ''
}

async function missingFonts() {
  const { stdout } = await runQuietly('dpkg', ['-l', ...FONTS])
  const installed = [...stdout.matchAll(/^ii\s+([^\s:]+)/gm)].map((match) => match[1])
  return FONTS.filter((name) => !installed.includes(name))
}

/**
 * @param {string} program
 * @param {string} [searchPath]
 * @returns {boolean}
 */
export function isOnPath(program, searchPath = process.env.PATH ?? '') {
  return searchPath.split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, program)))
}
