// Bench (a): requests a second of our receiver with its whole pipeline (recognised, validated, durable with
// synchronous=FULL) against a bare node:http server, in turns in the same run under the same load.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const load = { connections: 50, seconds: Number(process.env.BENCH_SECONDS ?? 5) }
const here = import.meta.dirname
const root = join(here, '../..')
const body = readFileSync(join(root, 'resources/samples/lead-sample-2020.json'), 'utf8').padEnd(400, ' ')

async function startServer(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for await (const piece of child.stdout) {
    text += piece
    const url = /(?:Flow URL: )?(http:\S+)\n$/.exec(text)
    if (url) return { child, url: url[1] }
  }
  throw new Error('The server did not start.')
}

async function measure(args) {
  const { child, url } = await startServer(args)
  const client = spawn(process.execPath, [join(here, 'lib/load-client.mjs'), JSON.stringify({ ...load, url, body })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let report = ''
  for await (const piece of client.stdout) report += piece
  child.kill('SIGTERM')
  await once(child, 'close')
  return JSON.parse(report)
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

const results = { bare: [], ours: [] }
let acknowledged = 0
const folder = mkdtempSync(join(tmpdir(), 'lead-inspector-bench-'))
try {
  for (let round = 0; round < rounds; round++) {
    results.bare.push(await measure([join(here, 'lib/bare-server.mjs')]))
    const ours = await measure([join(root, 'out/main/cli.js'), 'listen', '--port', '0', '--data', folder, '--quiet'])
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
