// Bench (d): from the start of the process to a usable window with 1,000 leads, against an empty Electron window. Both
// in turns in the same run, after one start each that does not count.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp, makeDataFolder, sandboxArgs } from './lib/launch-app.mjs'
import { sendMany } from './lib/send-leads.mjs'
import { median, quantile } from './lib/statistics.mjs'

const rounds = Number(process.env.BENCH_ROUNDS ?? 10)
const aim = 1.5
const lib = join(import.meta.dirname, 'lib')

/** @returns {Promise<number>} milliseconds from spawning Electron until the app says that its window is there */
async function start(electron, folder, dataFolder) {
  const begun = performance.timeOrigin + performance.now()
  const child = spawn(electron, [...sandboxArgs, folder, `--user-data-dir=${dataFolder}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    text += piece
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await once(child, 'close')
  clearTimeout(timer)
  const ready = /READY ([\d.]+)/.exec(text)
  if (ready === null) throw new Error(`No window within 30 seconds: ${text}`)
  return Number(ready[1]) - begun
}

const emptyFolder = mkdtempSync(join(tmpdir(), 'lead-inspector-bench-'))
const seeded = await launchApp({ keepFolder: true })
const electron = await seeded.app.evaluate(() => process.execPath)
await sendMany(seeded.flowUrl, 0, 1000)
await seeded.end()
const freshFolders = []
try {
  const times = { empty: [], first: [], thousand: [] }
  for (let round = -1; round < rounds; round++) {
    const fresh = makeDataFolder()
    freshFolders.push(fresh)
    const measured = {
      empty: await start(electron, join(lib, 'empty-window'), emptyFolder),
      thousand: await start(electron, join(lib, 'start-probe'), seeded.folder),
      first: await start(electron, join(lib, 'start-probe'), fresh),
    }
    if (round >= 0) for (const name of Object.keys(times)) times[name].push(measured[name])
  }
  const row = (window, name) => ({
    window,
    'median ms': Math.round(median(times[name])),
    'p90 ms': Math.round(quantile(times[name], 0.9)),
    'ratio of medians': Number((median(times[name]) / median(times.empty)).toFixed(2)),
  })
  const rows = [
    row('empty Electron window, ready to show', 'empty'),
    row('Lead Inspector, usable, 1,000 leads', 'thousand'),
    row('Lead Inspector, usable, its very first start', 'first'),
  ]
  console.table(rows)
  console.log(
    `start against an empty window: ${rows[1]['ratio of medians']} (aim: under ${aim}; ${rounds} rounds in turns)`,
  )
  console.log(JSON.stringify({ bench: 'start-up', rows, ratio: rows[1]['ratio of medians'], aim }))
} finally {
  for (const folder of [emptyFolder, seeded.folder, ...freshFolders]) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}
