/** How often we look; an orphan lives at most that much longer. */
const PERIOD_MS = 300

/**
 * npm runs a script through a shell. A signal sent to npm ends the shell at once, and the script behind it never hears
 * of it: it would go on without a parent, and keep the port and the data folder. So it watches for its parent's end.
 * @param {() => void} onOrphaned called once when the process that started us is gone
 * @returns {() => void} stops watching
 */
export function watchParent(onOrphaned) {
  const parent = process.ppid
  const underNpm = process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32'
  if (!underNpm) return () => {}
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onOrphaned()
  }, PERIOD_MS)
  timer.unref()
  return () => clearInterval(timer)
}
