// Bench: the runner beside newman and Bruno's command line. The same requests go to one local server from each, in turns.
// The other two are installed into a temporary folder for this run only. Also the memory of 20,000 iterations, and how
// long a collection of 3,000 requests takes to open.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { loadTypescript } from './lib/load-typescript.mjs'
import { median } from './lib/statistics.mjs'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const iterations = Number(process.env.BENCH_ITERATIONS ?? 400)
const memoryIterations = Number(process.env.BENCH_MEMORY_ITERATIONS ?? 20_000)
const requestsEach = 5
/** How long a real endpoint takes, roughly. */
const slowMs = 20
const here = import.meta.dirname
const root = join(here, '../..')
const folder = mkdtempSync(join(tmpdir(), 'lead-inspector-bench-'))
const lead = readFileSync(join(root, 'resources/samples/lead-sample-2020.json'), 'utf8')

/** Five requests, as a publisher's collection has them: a folder, a variable in the URL, two headers, a JSON body. */
function collectionOf(baseUrl, count) {
  const item = Array.from({ length: count }, (_, at) => ({
    name: `Lead ${at + 1}`,
    request: {
      method: 'POST',
      header: [
        { key: 'Content-Type', value: 'application/json' },
        { key: 'X-Trial', value: '{{trial}}' },
      ],
      body: { mode: 'raw', raw: lead, options: { raw: { language: 'json' } } },
      url: { raw: `{{base}}/leads/${at + 1}`, host: ['{{base}}'], path: ['leads', String(at + 1)] },
    },
  }))
  return {
    info: { name: 'Bench', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [{ name: 'Leads', item }],
    variable: [
      { key: 'base', value: baseUrl },
      { key: 'trial', value: 'bench' },
    ],
  }
}

function writeBruno(path, baseUrl) {
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'bruno.json'), JSON.stringify({ version: '1', name: 'Bench', type: 'collection' }))
  writeFileSync(join(path, 'collection.bru'), `vars:pre-request {\n  base: ${baseUrl}\n  trial: bench\n}\n`)
  for (let at = 1; at <= requestsEach; at++) {
    const body = lead.trim().replaceAll('\n', '\n  ')
    writeFileSync(
      join(path, `lead-${at}.bru`),
      `meta {\n  name: Lead ${at}\n  type: http\n  seq: ${at}\n}\n\npost {\n  url: {{base}}/leads/${at}\n  body: json\n  auth: none\n}\n\n` +
        `headers {\n  Content-Type: application/json\n  X-Trial: {{trial}}\n}\n\nbody:json {\n  ${body}\n}\n`,
    )
  }
}

/** @returns {Promise<{ seconds: number, peakMegabytes: number }>} from the start of the process to its end */
async function run(args, cwd = folder) {
  const started = performance.now()
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-4000)
    })
  }
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid))
  }, 50)
  const [code] = await once(child, 'close')
  clearInterval(watch)
  if (code !== 0) throw new Error(`${args.slice(0, 3).join(' ')} ended with ${code}:\n${output}`)
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak / 1024 }
}

/** The most memory that the process ever had, in kilobytes; 0 when it has ended. */
function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

async function startServer(...args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, url: url.replace(/\/$/, '') }
}

function installOthers() {
  execFileSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, 'newman@6.2.2', '@usebruno/cli@4.1.0'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return {
    newman: join(folder, 'node_modules/newman/bin/newman.js'),
    bruno: join(folder, 'node_modules/@usebruno/cli/bin/bru.js'),
  }
}

async function openLarge() {
  const { createCollectionStore } = await loadTypescript('src/engine/collections/create-collection-store.ts')
  const collections = join(folder, 'collections')
  mkdirSync(collections)
  const text = JSON.stringify(collectionOf('http://127.0.0.1', 3000), null, '\t')
  writeFileSync(join(collections, 'Large.postman_collection.json'), text)
  const times = []
  let nodes = 0
  for (let round = 0; round < 5; round++) {
    const states = new Map()
    const started = performance.now()
    const store = createCollectionStore({
      folder: collections,
      trashFolder: join(folder, 'trash'),
      publish: () => {},
      state: { get: (name) => states.get(name) ?? null, set: (name, value) => void states.set(name, value) },
      secrets: noSecrets,
    })
    nodes = store.trees()[0].nodes.length
    times.push(performance.now() - started)
    await store.close()
  }
  return { milliseconds: median(times), nodes, megabytes: text.length / 1024 / 1024 }
}

/** How much faster ten at a time are where the server, and not the processor, is what one waits for. */
async function slowRatio(cli, file, startSeconds) {
  const args = [cli, 'run', file, '--iterations', '100', '--concurrency']
  const one = await run([...args, '1'])
  const ten = await run([...args, '10'])
  return (one.seconds - startSeconds) / (ten.seconds - startSeconds)
}

/** The collection has none. */
const noSecrets = { storage: () => 'session', fill: (_owner, variables) => variables, fileNames: () => [] }

const server = await startServer(join(here, 'lib/bare-server.mjs'))
const slow = await startServer(join(here, 'lib/slow-server.mjs'), String(slowMs))
try {
  const { newman, bruno } = installOthers()
  const file = join(folder, 'bench.json')
  const single = join(folder, 'single.json')
  writeFileSync(file, JSON.stringify(collectionOf(server.url, requestsEach)))
  writeFileSync(single, JSON.stringify(collectionOf(server.url, 1)))
  const slowFile = join(folder, 'slow.json')
  writeFileSync(slowFile, JSON.stringify(collectionOf(slow.url, requestsEach)))
  writeBruno(join(folder, 'bruno'), server.url)
  const cli = join(root, 'out/main/cli.js')

  const runners = {
    'ours, 1 at a time': (count) => run([cli, 'run', file, '--iterations', String(count)]),
    'ours, 10 at a time': (count) => run([cli, 'run', file, '--iterations', String(count), '--concurrency', '10']),
    newman: (count) => run([newman, 'run', file, '--iteration-count', String(count), '--silent']),
    bruno: (count) => run([bruno, 'run', '-r', '--iteration-count', String(count)], join(folder, 'bruno')),
  }
  const whole = Object.fromEntries(Object.keys(runners).map((name) => [name, []]))
  const startUp = Object.fromEntries(Object.keys(runners).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, start] of Object.entries(runners)) {
      startUp[name].push((await start(1)).seconds)
      whole[name].push((await start(iterations)).seconds)
    }
  }
  const total = iterations * requestsEach
  const rows = Object.keys(runners).map((name) => {
    const seconds = median(whole[name])
    // Without what the process takes to start: a run of one iteration.
    const running = Math.max(0.001, seconds - median(startUp[name]))
    return {
      runner: name,
      requests: total,
      seconds: seconds.toFixed(2),
      'req/s, whole process': Math.round(total / seconds),
      'req/s, running': Math.round((total - requestsEach) / running),
    }
  })
  console.table(rows)
  const speed = Object.fromEntries(rows.map((row) => [row.runner, row]))
  const ratioOf = (name, other, column) => speed[name][column] / speed[other][column]
  const ratios = {
    newmanWhole: ratioOf('ours, 1 at a time', 'newman', 'req/s, whole process'),
    newmanRunning: ratioOf('ours, 1 at a time', 'newman', 'req/s, running'),
    brunoRunning: ratioOf('ours, 1 at a time', 'bruno', 'req/s, running'),
    tenAtATime: ratioOf('ours, 10 at a time', 'ours, 1 at a time', 'req/s, running'),
    tenAtATimeSlow: await slowRatio(cli, slowFile, median(startUp['ours, 1 at a time'])),
  }
  console.log(
    `1 at a time: ${ratios.newmanRunning.toFixed(1)} × newman (${ratios.newmanWhole.toFixed(1)} × with the start of the process), ` +
      `${ratios.brunoRunning.toFixed(1)} × Bruno (aim: 10 × newman; median of ${rounds} rounds, ${availableParallelism()} cores)`,
  )
  console.log(
    `10 at a time: ${ratios.tenAtATime.toFixed(2)} × 1 at a time, client and server sharing the cores; ` +
      `${ratios.tenAtATimeSlow.toFixed(1)} × where each answer takes ${slowMs} ms`,
  )

  const memory = {}
  for (const [name, args] of Object.entries({
    ours: [cli, 'run', single, '--iterations'],
    newman: [newman, 'run', single, '--silent', '--iteration-count'],
  })) {
    const few = await run([...args, String(Math.ceil(memoryIterations / 20))])
    const many = await run([...args, String(memoryIterations)])
    memory[name] = { few: Math.round(few.peakMegabytes), many: Math.round(many.peakMegabytes) }
  }
  console.log(
    `peak memory of ${memoryIterations} iterations: ours ${memory.ours.many} MB (${memory.ours.few} MB for a twentieth), ` +
      `newman ${memory.newman.many} MB (${memory.newman.few} MB)`,
  )

  const opening = await openLarge()
  console.log(
    `opening a collection of 3,000 requests (${opening.megabytes.toFixed(1)} MB, ${opening.nodes} lines of the tree): ${opening.milliseconds.toFixed(0)} ms (aim: below 1,000)`,
  )
  console.log(JSON.stringify({ bench: 'runner', rows, ratios, memory, opening }))
} finally {
  server.child.kill()
  slow.child.kill()
  rmSync(folder, { recursive: true, force: true })
}
