import { cpSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * Copies a runtime for electron-builder without its default app. In the fall-back that is a plain folder named
 * `default_app.asar`, which electron-builder takes for an archive and fails on; and a packed app must not fall back to it.
 * @param {string} dist
 * @returns {string} a new folder; the caller removes it
 */
export function copyWithoutDefaultApp(dist) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lead-inspector-pack-'))
  cpSync(dist, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => path.basename(source) !== 'default_app.asar',
  })
  return folder
}
