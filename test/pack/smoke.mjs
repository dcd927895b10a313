// Starts a packed application as a user would, sends it a lead over HTTP and ends it.
// Usage: node test/pack/smoke.mjs <executable>   (a display in DISPLAY)
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'

const START_MS = 30_000
const END_MS = 15_000
const SAMPLE = path.resolve(import.meta.dirname, '../../resources/samples/lead-sample-2020.json')

const executable = process.argv[2]
if (executable === undefined) throw new Error('Usage: node test/pack/smoke.mjs <executable>')

const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'lead-inspector-smoke-'))
// Any free port: another Lead Inspector may be at work on this machine.
writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify({ engine: { port: 0, httpsPort: 0 } }))
const app = spawn(
  executable,
  [`--user-data-dir=${dataFolder}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  {
    stdio: ['ignore', 'pipe', 'pipe'],
  },
)
let output = ''
app.stdout.setEncoding('utf8').on('data', (text) => {
  output += text
})
app.stderr.setEncoding('utf8').on('data', (text) => {
  output += text
})
const ended = new Promise((resolve) => app.on('exit', (code, signal) => resolve(signal ?? code)))

try {
  const flowUrl = await within(START_MS, 'the line "Flow URL: …"', Promise.race([findFlowUrl(), failAtEnd()]))
  const status = await post(flowUrl, readFileSync(SAMPLE))
  if (status !== 202) throw new Error(`the lead was answered with ${status}, not 202`)
  app.kill('SIGTERM')
  const how = await within(END_MS, 'the end of the app after SIGTERM', ended)
  if (how !== 0) throw new Error(`the app ended with ${how}, not 0`)
  // What Electron warns of when the window stays empty; the receiver works all the same.
  if (/Failed to load URL/.test(output)) throw new Error('the window did not load its page')
  console.log('smoke test: the packed app started, took a lead (202) and ended')
} catch (error) {
  console.error(`smoke test failed: ${error instanceof Error ? error.message : error}\nThe app said:\n${output}`)
  app.kill('SIGKILL')
  process.exitCode = 1
} finally {
  await ended
  // Chromium's helpers may write for a moment longer than the app lives.
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

/** @returns {Promise<string>} */
function findFlowUrl() {
  return new Promise((resolve) => {
    app.stdout.on('data', () => {
      const line = output.match(/^Flow URL: (\S+)$/m)
      if (line) resolve(line[1])
    })
  })
}

/** @returns {Promise<never>} */
async function failAtEnd() {
  const how = await ended
  throw new Error(`the app ended by itself (${how})`)
}

/**
 * @param {string} url
 * @param {Buffer} body
 * @returns {Promise<number | undefined>} the status
 */
function post(url, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    request.on('error', reject).end(body)
  })
}

/**
 * @template T
 * @param {number} ms
 * @param {string} what
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function within(ms, what, work) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${ms / 1000} s`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
