// What the scripts tell the person at the terminal. It all goes to standard error: standard output belongs to the
// app and to the command line, whose lines others read (`Flow URL: …`, JSON).

/**
 * Prints one line of ours.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`[lead-inspector] ${text}\n`)
}

/**
 * Makes a reporter that prints how far a long job is: at most once a second, and always at the end, so that a log
 * file stays readable and a terminal never looks dead.
 * @param {string} label what is going on, e.g. "downloading"
 * @param {number} total bytes expected; 0 when it is not known
 * @returns {(done: number) => void} tell it the bytes done so far
 */
export function progress(label, total) {
  const startedAt = Date.now()
  let lastLine = ''
  let lastAt = 0
  return (done) => {
    const finished = total > 0 && done >= total
    if (!finished && Date.now() - lastAt < 1000) return
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    const line = `${label}: ${describeProgress(done, total)} after ${seconds} s`
    if (line === lastLine) return
    lastLine = line
    lastAt = Date.now()
    say(line)
  }
}

/**
 * @param {number} done bytes
 * @param {number} total bytes, or 0 when unknown
 * @returns {string} e.g. "98.1 of 196.3 MB (49 %)"
 */
export function describeProgress(done, total) {
  const mb = (/** @type {number} */ bytes) => (bytes / 1_000_000).toFixed(1)
  if (total <= 0) return `${mb(done)} MB`
  const percent = Math.min(100, Math.floor((done / total) * 100))
  return `${mb(done)} of ${mb(total)} MB (${percent} %)`
}
