// Everything a window needs before it can open, in the order in which each step needs the one before.
import { ensureSystemLibraries } from './apt.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { isHeadless, startVirtualDisplay } from './virtual-display.mjs'

/**
 * @typedef {object} Prepared
 * @property {import('./electron-runtime.mjs').Runtime} runtime
 * @property {NodeJS.ProcessEnv} env for programs that start Electron: display, and where Electron is
 * @property {boolean} isVirtual the display was started for this run
 * @property {() => void} stop ends the virtual display, if there is one
 */

/**
 * Gets Electron, its libraries and a display.
 * @returns {Promise<Prepared>}
 */
export async function prepareWindow() {
  const headless = isHeadless()
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable, { headless })
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist }
  // A terminal inside VS Code sets it; Electron would then start as plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  if (!headless) return { runtime, env, isVirtual: false, stop: () => {} }
  const { display, stop } = await startVirtualDisplay()
  return { runtime, env: { ...env, DISPLAY: display }, isVirtual: true, stop }
}

/**
 * Chromium refuses to run its sandbox as root.
 * @returns {boolean}
 */
export function isRoot() {
  return process.getuid?.() === 0
}
