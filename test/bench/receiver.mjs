// Bench (a): requests a second of our receiver with its whole pipeline (recognised, validated, durable with
// synchronous=FULL) against a bare node:http server, in turns in the same run under the same load.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { root } from './lib/launch-app.mjs'
import { startListening, startServer, underLoad } from './lib/listening.mjs'
import { median } from './lib/statistics.mjs'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const load = { connections: 50, seconds: Number(process.env.BENCH_SECONDS ?? 5) }
const here = import.meta.dirname
const body = readFileSync(join(root, 'resources/samples/lead-sample-2020.json'), 'utf8').padEnd(400, ' ')

async function measure(start) {
  const { url, stop } = await start()
  const report = await underLoad({ ...load, url, body })
  await stop()
  return report
}

const results = { bare: [], ours: [] }
let acknowledged = 0
const folder = mkdtempSync(join(tmpdir(), 'lead-inspector-bench-'))
try {
  for (let round = 0; round < rounds; round++) {
    results.bare.push(await measure(() => startServer([join(here, 'lib/bare-server.mjs')])))
    const ours = await measure(() => startListening(folder))
    results.ours.push(ours)
    acknowledged += ours.acknowledged
  }
  const database = new Database(join(folder, 'lead-inspector.db'), { readonly: true })
  const stored = database.prepare('SELECT count(*) AS count FROM lead').get().count
  database.close()

  const row = (name) => ({
    server: name,
    'req/s': Math.round(median(results[name].map((result) => result.perSecond))),
    'p50 ms': median(results[name].map((result) => result.p50)).toFixed(2),
    'p99 ms': median(results[name].map((result) => result.p99)).toFixed(2),
    failed: results[name].reduce((sum, result) => sum + result.failed + result.other, 0),
  })
  const rows = [row('bare'), row('ours')]
  console.table(rows)
  const ratio = median(results.ours.map((result, round) => result.perSecond / results.bare[round].perSecond))
  console.log(
    `ratio ours/bare: ${ratio.toFixed(2)} (aim: 0.50 or better; median of ${rounds} rounds of ${load.seconds} s)`,
  )
  console.log(`acknowledged ${acknowledged}, stored ${stored}`)
  console.log(JSON.stringify({ bench: 'receiver', rows, ratio, acknowledged, stored }))
  if (acknowledged !== stored) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
