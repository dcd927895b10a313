import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { watchParent } from './parent-watch.mjs'

/** Signals that a terminal or a supervisor sends to the script and that are meant for the program it started. */
const PASSED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** Ctrl+C under npm arrives twice, from the terminal and from npm; the program must not take it for impatience. */
const ECHO_MS = 500

/**
 * Runs a program in our place: it has our terminal, gets our signals, and its exit code comes back. With `detached` the
 * terminal's own signals reach it only through us, so that each comes once.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { wholeGroup?: boolean }} [options] wholeGroup: signals also go to
 *   what the program has started, for programs that do not pass them on; implies `detached`
 * @returns {Promise<number>} the exit code; 128 + the signal's number when a signal ended it, as shells do
 */
export function runInOurPlace(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', detached: options.wholeGroup, ...options })
    let lastSignalAt = 0
    /** @type {(signal: NodeJS.Signals) => void} */
    const passOn = (signal) => {
      if (Date.now() - lastSignalAt < ECHO_MS) return
      lastSignalAt = Date.now()
      if (options.wholeGroup && child.pid) signalGroup(child.pid, signal)
      else child.kill(signal)
    }
    for (const signal of PASSED_ON) process.on(signal, passOn)
    const stopWatching = watchParent(() => passOn('SIGTERM'))
    const stopListening = () => {
      stopWatching()
      for (const signal of PASSED_ON) process.off(signal, passOn)
    }
    child.on('error', (error) => {
      stopListening()
      reject(error)
    })
    child.on('close', (code, signal) => {
      stopListening()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * @param {number} leader the process id of the group's first process
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, signal)
  } catch {
    // The group has just ended by itself.
  }
}

/**
 * Runs a program and collects what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} code 127 when there is no such program
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: stderr + error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
  })
}
