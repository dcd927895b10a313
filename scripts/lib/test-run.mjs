import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Folders and projects whose tests open no window; a run of only these needs no Electron and no display. */
const WINDOWLESS = ['unit', 'integration']

/**
 * @param {readonly string[]} args what the user gave for vitest
 * @returns {boolean} whether a test that opens a window may be among those chosen
 */
export function needsWindow(args) {
  const projects = args.flatMap((arg, i) => {
    if (arg.startsWith('--project=')) return [arg.slice('--project='.length)]
    return arg === '--project' ? [args[i + 1] ?? ''] : []
  })
  if (projects.length > 0) return !projects.every((project) => WINDOWLESS.includes(project))
  const files = args.filter((arg) => arg.startsWith('test/'))
  return files.length === 0 || !files.every((file) => WINDOWLESS.some((name) => file.startsWith(`test/${name}/`)))
}

/**
 * @param {string} file what the reporter left
 * @param {number} code vitest's exit code
 * @returns {Counts} one failure at least when vitest failed: a crash must not read as "0 failed"
 */
export function readCounts(file, code) {
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Vitest ended before it could report; the exit code tells.
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * @param {Counts} counts
 * @returns {string} the line that continuous integration reads
 */
export function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
