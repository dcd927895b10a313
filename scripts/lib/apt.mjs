// Installing what is missing on Debian and Ubuntu, or saying how.
import { runInOurPlace, runQuietly } from './run-command.mjs'
import { say } from './say.mjs'
import { SetupError } from './setup-error.mjs'
import { findMissing, isOnPath } from './system-libraries.mjs'

/** Another apt may be at work on a fresh machine (unattended upgrades); wait for it this many seconds. */
const LOCK_SECONDS = 120

/**
 * Makes sure that Electron can start on this Linux machine. Elsewhere there is nothing to do.
 * @param {string} executable Electron
 * @param {{ headless: boolean }} options
 * @throws {SetupError} naming the exact command when something must be installed by the user
 */
export async function ensureSystemLibraries(executable, options) {
  if (process.platform !== 'linux') return
  const needs = await findMissing(executable, options)
  if (needs.libraries.length + needs.required.length + needs.useful.length === 0) return
  if (!isOnPath('apt-get')) {
    if (needs.libraries.length + needs.required.length > 0) throw new SetupError(adviceWithoutApt(needs))
    return
  }
  if (process.getuid?.() === 0) await installAsRoot(executable, needs, options)
  else await adviseUser(needs)
}

/**
 * @param {string} executable
 * @param {import('./system-libraries.mjs').Needs} needs
 * @param {{ headless: boolean }} options
 */
async function installAsRoot(executable, needs, options) {
  say('system packages are missing; running as root, so they are installed now: apt-get update')
  // The lists may be old or absent; when this fails, the install below says why in its own words.
  await apt(['update', '-qq'])
  const required = await chooseNames(needs.required)
  const useful = (await chooseNames(needs.useful)).filter((name) => name !== '')
  const wanted = [...required, ...useful]
  if (wanted.length > 0) {
    say(`apt-get install ${wanted.join(' ')}`)
    const code = await apt(['install', '-y', '-qq', '--no-install-recommends', ...wanted])
    if (code !== 0 && required.length > 0) await apt(['install', '-y', '-qq', '--no-install-recommends', ...required])
  }
  const after = await findMissing(executable, options)
  if (after.libraries.length + after.required.length === 0) return
  throw new SetupError(
    `These are still missing after apt-get: ${[...after.libraries, ...after.required.map((names) => names[0])].join(', ')}`,
  )
}

/** @param {import('./system-libraries.mjs').Needs} needs */
async function adviseUser(needs) {
  const required = await chooseNames(needs.required)
  const useful = await chooseNames(needs.useful)
  const mustHave = needs.libraries.length + needs.required.length > 0
  if (mustHave) throw new SetupError(adviceForUser(needs.libraries, [...required, ...useful]))
  say(`something is missing that the app uses when it is there: ${installLine(useful)}`)
}

/**
 * Takes of each package's possible names the one this release knows.
 * @param {readonly (readonly string[])[]} packages
 * @returns {Promise<string[]>}
 */
async function chooseNames(packages) {
  const { stdout } = await runQuietly('apt-cache', ['policy', ...packages.flat()], {
    env: { ...process.env, LC_ALL: 'C' },
  })
  const available = installable(stdout)
  return packages.map((names) => pickName(names, available))
}

/**
 * @param {string} policy the output of `apt-cache policy <names>`
 * @returns {Set<string>} the names that can be installed
 */
export function installable(policy) {
  const found = policy.matchAll(/^(\S+):\n\s+Installed: .*\n\s+Candidate: (?!\(none\))/gm)
  return new Set([...found].map((match) => match[1]))
}

/**
 * @param {readonly string[]} names a package's possible names, newest first
 * @param {ReadonlySet<string>} available
 * @returns {string} the oldest name when none is known (the lists may be absent): later releases keep it as an alias
 */
export function pickName(names, available) {
  return names.find((name) => available.has(name)) ?? names[names.length - 1]
}

/**
 * @param {readonly string[]} packages
 * @returns {string}
 */
export function installLine(packages) {
  return `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/**
 * @param {readonly string[]} libraries
 * @param {readonly string[]} packages
 * @returns {string}
 */
export function adviceForUser(libraries, packages) {
  const what = libraries.length > 0 ? ` (${libraries.join(', ')})` : ''
  if (packages.length === 0) return `System libraries are missing${what}, and their packages are not known.`
  return `System packages are missing${what}. Install them and run the command again:\n\n    ${installLine(packages)}\n`
}

/** @param {import('./system-libraries.mjs').Needs} needs */
function adviceWithoutApt(needs) {
  const programs = needs.required.some((names) => names[0] === 'xvfb') ? ['Xvfb (or a display in DISPLAY)'] : []
  return `Electron needs these, and they are missing: ${[...needs.libraries, ...programs].join(', ')}. Install them with your system's package manager.`
}

/** @param {readonly string[]} args */
function apt(args) {
  const options = ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, '-o', 'Dpkg::Use-Pty=0']
  return runInOurPlace('apt-get', [...options, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    // apt's own lines go where ours go: standard output belongs to the app.
    stdio: ['ignore', process.stderr, process.stderr],
  })
}
