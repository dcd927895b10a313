// Bench (b): from the POST leaving its sender until the lead is painted in the real window, at 100 leads a second.
// Both ends take the time as performance.timeOrigin + performance.now(); how far the two clocks differ is measured.
import { launchApp } from './lib/launch-app.mjs'
import { leadOf, send } from './lib/send-leads.mjs'
import { quantile } from './lib/statistics.mjs'

const perSecond = 100
const seconds = Number(process.env.BENCH_SECONDS ?? 20)
const aim = 150
const now = () => performance.timeOrigin + performance.now()

/** Notes in the page when a row with a name not seen before was painted. */
function watchRows() {
  const paintedAt = {}
  let waiting = false
  const channel = new MessageChannel()
  // A message posted in an animation frame is handled after that frame was painted.
  channel.port1.onmessage = () => {
    waiting = false
    const time = performance.timeOrigin + performance.now()
    for (const row of document.querySelectorAll('#lead-list [role="row"]')) {
      const name = /L\d{6}/.exec(row.textContent)?.[0]
      if (name !== undefined && paintedAt[name] === undefined) paintedAt[name] = time
    }
  }
  new MutationObserver(() => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }).observe(document.body, { childList: true, characterData: true, subtree: true })
  globalThis.paintedAt = paintedAt
}

/** Milliseconds by which the page's clock is ahead of ours, from the quickest of some round trips. */
async function clockDifference(page) {
  let best = { trip: Number.POSITIVE_INFINITY, difference: 0 }
  for (let round = 0; round < 50; round++) {
    const before = now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const after = now()
    if (after - before < best.trip) best = { trip: after - before, difference: there - (before + after) / 2 }
  }
  return best
}

const { page, flowUrl, end } = await launchApp()
try {
  await send(flowUrl, leadOf('First'))
  await page.locator('#lead-list [role="row"][data-row]').first().waitFor()
  await page.evaluate(watchRows)
  const clock = await clockDifference(page)

  const sentAt = {}
  const acknowledged = []
  const count = perSecond * seconds
  const begun = now()
  await new Promise((done) => {
    let sent = 0
    const timer = setInterval(() => {
      for (; sent < count && now() - begun >= (sent * 1000) / perSecond; sent++) {
        const name = `L${String(sent).padStart(6, '0')}`
        sentAt[name] = now()
        acknowledged.push(send(flowUrl, leadOf(name)))
      }
      if (sent < count) return
      clearInterval(timer)
      done()
    }, 1)
  })
  const refused = (await Promise.all(acknowledged)).filter((status) => status !== 202).length
  await page
    .waitForFunction((count) => Object.keys(globalThis.paintedAt).length >= count, count, { timeout: 10_000 })
    .catch(() => undefined)
  const paintedAt = await page.evaluate(() => globalThis.paintedAt)

  const latencies = Object.entries(paintedAt).map(([name, time]) => time - clock.difference - sentAt[name])
  const result = {
    sent: count,
    refused,
    painted: latencies.length,
    'p50 ms': Number(quantile(latencies, 0.5).toFixed(1)),
    'p99 ms': Number(quantile(latencies, 0.99).toFixed(1)),
    'max ms': Number(Math.max(...latencies).toFixed(1)),
  }
  console.table([result])
  console.log(`p99 from POST to painted: ${result['p99 ms']} ms (aim: under ${aim} ms, at ${perSecond} leads/s)`)
  console.log(
    `clocks: ${clock.difference.toFixed(2)} ms apart, taken off (known to ± ${(clock.trip / 2).toFixed(2)} ms)`,
  )
  console.log(JSON.stringify({ bench: 'latency', perSecond, seconds, ...result, aim }))
  if (refused > 0 || latencies.length < count) process.exitCode = 1
} finally {
  await end()
}
