import { spawn } from 'node:child_process'
import { say } from './say.mjs'
import { SetupError } from './setup-error.mjs'

const SCREEN = '1920x1080x24'
const START_MS = 15_000

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {boolean} whether a window would have nowhere to go
 */
export function isHeadless(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * Starts Xvfb on a display number that it chooses itself, so that several runs do not collide.
 * @returns {Promise<{ display: string, stop: () => void }>} display e.g. ":99"; stop ends it and waits for nothing
 * @throws {SetupError} when Xvfb does not come up
 */
export async function startVirtualDisplay() {
  // No TCP, and no host-based access either: -auth is not needed, as only this user's processes reach the socket.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C in the terminal reaches the app first, which still needs its display to end well.
    detached: true,
  })
  let errors = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const stop = () => {
    process.off('exit', stop)
    server.kill('SIGTERM')
  }
  process.on('exit', stop)
  const display = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SetupError(`Xvfb did not start within ${START_MS / 1000} s`)), START_MS)
    server.on('error', (error) => reject(new SetupError(`Xvfb could not be started: ${error.message}`)))
    server.on('exit', (code) => reject(new SetupError(`Xvfb ended with code ${code}:\n${errors.trim()}`)))
    let number = ''
    server.stdio[3]?.on('data', (bytes) => {
      number += bytes
      if (!number.endsWith('\n')) return
      clearTimeout(timer)
      resolve(`:${number.trim()}`)
    })
  })
  server.unref()
  server.stderr.unref?.()
  server.stdio[3]?.unref?.()
  say(`no display found: the window is on a virtual one (Xvfb, ${SCREEN}, DISPLAY=${display})`)
  return { display, stop }
}
