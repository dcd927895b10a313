// Where things are. Every other script takes its folders from here, so that none depends on the working directory.
import os from 'node:os'
import path from 'node:path'

/** The checkout. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..')

/** Vite's output; `package.json` points its `main` into it. */
export const OUT = path.join(ROOT, 'out')

/** The `electron` npm package, which holds the official binary in `dist/` and its name in `path.txt`. */
export const ELECTRON_PACKAGE = path.join(ROOT, 'node_modules', 'electron')

/**
 * The folder for things that are costly to fetch and shared by all checkouts of a user.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} an absolute folder; it need not exist yet
 */
export function cacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  return path.join(path.resolve(base), 'lead-inspector')
}
