// Bench (e): memory of all the application's processes after 1,000, 50,000 and 100,000 leads, received over the wire
// while the window shows them. What caches and the first load cost grows at first only; a leak would go on growing. Each is read at rest, as the least of some readings: what is garbage is not counted as growth.
import { setTimeout as rest } from 'node:timers/promises'
import { launchApp } from './lib/launch-app.mjs'
import { memoryOf } from './lib/memory-of.mjs'
import { sendMany } from './lib/send-leads.mjs'

if (process.platform !== 'linux') {
  console.log('This bench reads /proc, which only Linux has: nothing was measured.')
  process.exit(0)
}

const counts = (process.env.BENCH_LEADS ?? '1000,50000,100000').split(',').map(Number)
const restSeconds = Number(process.env.BENCH_SECONDS ?? 10)

async function readAtRest(pid) {
  let least = { pss: Number.POSITIVE_INFINITY, rss: 0, processes: 0, engine: 0, window: 0 }
  for (let second = 0; second < restSeconds; second++) {
    await rest(1000)
    const now = memoryOf(pid)
    if (now.pss < least.pss) least = now
  }
  return least
}

const { app, page, flowUrl, end } = await launchApp()
try {
  const pid = app.process().pid
  const rows = []
  let sent = 0
  for (const count of counts) {
    const begun = performance.now()
    await sendMany(flowUrl, sent, count)
    const seconds = (performance.now() - begun) / 1000
    await page
      .getByText(`${count.toLocaleString('en')} leads`)
      .first()
      .waitFor({ timeout: 30_000 })
    const { pss, rss, processes, engine, window } = await readAtRest(pid)
    rows.push({
      leads: count,
      processes,
      'PSS MB': Math.round(pss),
      'RSS MB': Math.round(rss),
      'engine PSS MB': Math.round(engine),
      'window PSS MB': Math.round(window),
      'leads/s while sending': Math.round((count - sent) / seconds),
    })
    sent = count
  }
  console.table(rows)
  const grown = (from, to) => rows.at(to)['PSS MB'] - rows.at(from)['PSS MB']
  const number = (count) => count.toLocaleString('en')
  console.log(
    `growth from ${number(counts[0])} to ${number(sent)} leads: ${grown(0, -1)} MB, of it ${grown(-2, -1)} MB from ` +
      `${number(counts.at(-2))} on (aim: none beyond the database's cache, which is 32 MB)`,
  )
  console.log(JSON.stringify({ bench: 'memory', rows, growth: grown(0, -1), lastGrowth: grown(-2, -1) }))
} finally {
  await end()
}
