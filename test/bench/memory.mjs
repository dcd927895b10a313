// Bench (e): memory of all the application's processes after 1,000 and after 100,000 leads, received over the wire while
// the window shows them. Each is read at rest, as the least of some readings: what is garbage is not counted as growth.
import { setTimeout as rest } from 'node:timers/promises'
import { launchApp } from './lib/launch-app.mjs'
import { memoryOf } from './lib/memory-of.mjs'
import { sendMany } from './lib/send-leads.mjs'

if (process.platform !== 'linux') {
  console.log('This bench reads /proc, which only Linux has: nothing was measured.')
  process.exit(0)
}

const counts = (process.env.BENCH_LEADS ?? '1000,100000').split(',').map(Number)
const restSeconds = Number(process.env.BENCH_SECONDS ?? 10)

async function readAtRest(pid) {
  let least = { pss: Number.POSITIVE_INFINITY, rss: 0, processes: 0 }
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
    const { pss, rss, processes } = await readAtRest(pid)
    rows.push({
      leads: count,
      processes,
      'PSS MB': Math.round(pss),
      'RSS MB': Math.round(rss),
      'leads/s while sending': Math.round((count - sent) / seconds),
    })
    sent = count
  }
  console.table(rows)
  const growth = rows.at(-1)['PSS MB'] - rows[0]['PSS MB']
  console.log(
    `growth from ${counts[0].toLocaleString('en')} to ${sent.toLocaleString('en')} leads: ${growth} MB ` +
      "(aim: none beyond the database's cache)",
  )
  console.log(JSON.stringify({ bench: 'memory', rows, growth }))
} finally {
  await end()
}
