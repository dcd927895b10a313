// Builds out/ when it is missing or was built from other sources than those that lie here now.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { OUT, ROOT } from './paths.mjs'
import { runQuietly } from './run-command.mjs'
import { say } from './say.mjs'
import { SetupError } from './setup-error.mjs'

/** Everything the build reads. */
const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']

/** What must be there afterwards; a build that was cut short lacks one. */
const RESULTS = ['main/index.js', 'main/engine.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']

/**
 * @param {{ quiet?: boolean }} [options] quiet: no word unless it fails
 * @throws {SetupError} with the build's own output when it fails
 */
export async function buildWhenStale({ quiet = false } = {}) {
  if (isFresh(hashSources(ROOT), OUT)) return
  // Two builds at a time would empty each other's folders.
  await withLock(path.join(ROOT, 'node_modules', '.build-lock'), async () => {
    const hash = hashSources(ROOT)
    if (isFresh(hash, OUT)) return
    if (!quiet) say('building the app')
    rmSync(noteIn(OUT), { force: true })
    const program = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const built = await runQuietly(process.execPath, [program, 'build'], { cwd: ROOT })
    if (built.code !== 0) throw new SetupError(`the build failed:\n${built.stdout}${built.stderr}`)
    mkdirSync(OUT, { recursive: true })
    writeFileSync(noteIn(OUT), hash)
  })
}

/**
 * @param {string} hash of the sources as they are now
 * @param {string} out
 * @returns {boolean}
 */
export function isFresh(hash, out) {
  if (!existsSync(noteIn(out)) || readFileSync(noteIn(out), 'utf8') !== hash) return false
  return RESULTS.every((file) => existsSync(path.join(out, file)))
}

/**
 * A digest of all source files' names and contents. Times are not looked at: git and copies change them at will.
 * @param {string} root
 * @param {readonly string[]} [sources] files and folders in it; one that is missing counts as empty
 * @returns {string}
 */
export function hashSources(root, sources = SOURCES) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesUnder(path.join(root, source))).sort()) {
    const content = readFileSync(file)
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** @param {string} source */
function filesUnder(source) {
  const found = statSync(source, { throwIfNoEntry: false })
  if (found === undefined) return []
  if (found.isFile()) return [source]
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
}

/** @param {string} out */
function noteIn(out) {
  return path.join(out, '.build-hash')
}
