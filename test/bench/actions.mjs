// Bench: what two rehearsal steps cost (Create a new record, Send an email with dynamic content) against none, in turns
// in the same run under the same load; how long it takes from a POST to the end of its last step at a moderate rate; and
// how long the steps of a burst go on after its last answer. All processes take the time from this machine's clock.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import Database from 'libsql'
import { root } from './lib/launch-app.mjs'
import { startListening, underLoad } from './lib/listening.mjs'
import { loadTypescript } from './lib/load-typescript.mjs'
import { leadOf, post } from './lib/send-leads.mjs'
import { median, quantile } from './lib/statistics.mjs'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const perSecond = 100
const steadySeconds = seconds * 4
const burst = Number(process.env.BENCH_LEADS ?? 20_000)
const connections = 50
const body = readFileSync(join(root, 'resources/samples/lead-sample-2020.json'), 'utf8').padEnd(400, ' ')
const now = () => performance.timeOrigin + performance.now()

const { openStorage } = await loadTypescript('src/engine/storage/open-storage.ts')
const { leadSchemas } = await loadTypescript('src/shared/lead/lead-schemas.ts')
const { defaultColumns } = await loadTypescript('src/shared/flow/default-columns.ts')

const user = (name) => `@{triggerBody()?['UserDetails']?['${name}']}`
const step = { runAfter: ['Succeeded'], connectionId: null }
const twoSteps = [
  {
    ...step,
    type: 'create-record',
    id: 'record',
    name: 'Create a new record',
    system: 'dataverse',
    columns: defaultColumns.dataverse,
  },
  {
    ...step,
    type: 'send-email',
    id: 'mail',
    name: 'Send an email',
    to: 'sales@contoso.com; desk@contoso.com',
    cc: user('Email'),
    bcc: '',
    subject: `New lead from ${user('Company')}: @{triggerBody()?['OfferTitle']}`,
    body: ['FirstName', 'LastName', 'Email', 'Phone', 'Country', 'Company', 'Title']
      .map((name) => `<p><b>${name}</b>: ${user(name)}</p>`)
      .join(''),
    importance: 'normal',
  },
]

/** A data folder whose flow has these steps. */
function makeFolder(actions) {
  const folder = mkdtempSync(join(tmpdir(), 'lead-inspector-bench-'))
  const storage = openStorage(folder)
  storage.flows.ensureDefault(leadSchemas['2020'])
  for (const { id } of storage.flows.list()) storage.flowActions.save(id, actions)
  storage.close()
  return folder
}

/** Reads beside the engine, as another process sees what is on disk. */
function read(folder, work) {
  const database = new Database(join(folder, 'lead-inspector.db'), { readonly: true })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const one = (database, sql) => Object.values(database.prepare(sql).get())[0]

/** Resolves when no run is left to do: with the time at which the last one ended. */
async function drained(folder) {
  while (read(folder, (database) => one(database, 'SELECT count(*) FROM flow_run WHERE due_at IS NOT NULL')) > 0) {
    await rest(100)
  }
  return read(folder, (database) => one(database, 'SELECT max(ended_at) FROM flow_run'))
}

/** As many leads as are taken: a second, and a second until the last step of the last one has ended. */
async function flood(folder) {
  const { url, stop } = await startListening(folder)
  const report = await underLoad({ url, body, connections, seconds })
  const endedAt = await drained(folder)
  await stop()
  return { ...report, finishedPerSecond: report.acknowledged / ((endedAt - report.begunAt) / 1000) }
}

/** Milliseconds from each POST, sent at its time whatever the others do, until its run is seen to have ended on disk. */
async function steady(folder) {
  const { url, stop } = await startListening(folder)
  const database = new Database(join(folder, 'lead-inspector.db'), { readonly: true })
  let last = one(database, 'SELECT ifnull(max(id), 0) FROM flow_run')
  const ended = database.prepare('SELECT id, run_id FROM flow_run WHERE id > ? AND due_at IS NULL ORDER BY id')
  const sentAt = new Map()
  const seenAt = new Map()
  const answers = []
  const count = perSecond * steadySeconds
  const begun = now()
  await new Promise((done, failed) => {
    let sent = 0
    const look = () => {
      for (; sent < count && now() - begun >= (sent * 1000) / perSecond; sent++) {
        const at = now()
        const answer = post(url, leadOf(`S${String(sent).padStart(6, '0')}`))
        answers.push(answer.then(({ runId }) => sentAt.set(runId, at)))
      }
      // Runs of one lane end in the order in which they began.
      for (const { id, run_id } of ended.all(last)) {
        seenAt.set(run_id, now())
        last = id
      }
      if (seenAt.size >= count || now() - begun > steadySeconds * 1000 + 10_000) Promise.all(answers).then(done, failed)
      else setTimeout(look, 1)
    }
    look()
  })
  database.close()
  await stop()
  return [...sentAt].map(([runId, at]) => (seenAt.get(runId) ?? Number.POSITIVE_INFINITY) - at)
}

/** Many leads at once, then nothing: how long they took to be answered, and how long their steps went on after that. */
async function drain(folder) {
  const { url, stop } = await startListening(folder)
  const { begunAt, endedAt, acknowledged } = await underLoad({ url, body, connections, leads: burst })
  const lastStepAt = await drained(folder)
  await stop()
  return {
    taken: acknowledged,
    takenIn: (endedAt - begunAt) / 1000,
    drainedIn: Math.max(0, lastStepAt - endedAt) / 1000,
  }
}

const folders = { none: makeFolder([]), two: makeFolder(twoSteps) }
try {
  const results = { none: [], two: [] }
  for (let round = 0; round < rounds; round++) {
    results.none.push(await flood(folders.none))
    results.two.push(await flood(folders.two))
  }
  const latencies = await steady(folders.two)
  const { taken, takenIn, drainedIn } = await drain(folders.two)

  const row = (steps, name) => ({
    steps,
    'taken/s': Math.round(median(results[name].map((result) => result.perSecond))),
    'finished/s': Math.round(median(results[name].map((result) => result.finishedPerSecond))),
    'answer p50 ms': Number(median(results[name].map((result) => result.p50)).toFixed(2)),
    'answer p99 ms': Number(median(results[name].map((result) => result.p99)).toFixed(2)),
    failed: results[name].reduce((sum, result) => sum + result.failed + result.other, 0),
  })
  const rows = [row('none', 'none'), row('record + mail', 'two')]
  console.table(rows)
  const ratio = (key) => median(results.two.map((result, round) => result[key] / results.none[round][key]))
  const ratios = { taken: ratio('perSecond'), finished: ratio('finishedPerSecond') }
  console.log(
    `two steps against none: taken ${ratios.taken.toFixed(2)}, finished ${ratios.finished.toFixed(2)} ` +
      `(medians of ${rounds} rounds of ${seconds} s in turns, ${connections} connections)`,
  )
  const [p50, p99, worst] = [0.5, 0.99, 1].map((part) => Number(quantile(latencies, part).toFixed(1)))
  console.log(
    `from POST to the last step's end on disk at ${perSecond} leads/s: p50 ${p50} ms, p99 ${p99} ms, ` +
      `at most ${worst} ms (${latencies.length} leads, looked for every 1 to 2 ms)`,
  )
  console.log(
    `${burst.toLocaleString('en')} leads at once: answered in ${takenIn.toFixed(1)} s, their steps done ` +
      `${drainedIn.toFixed(1)} s after the last answer`,
  )

  const acknowledged = {
    none: results.none.reduce((sum, result) => sum + result.acknowledged, 0),
    two: results.two.reduce((sum, result) => sum + result.acknowledged, 0) + latencies.length + taken,
  }
  const counts = Object.entries(folders).map(([name, folder]) => ({
    steps: name,
    acknowledged: acknowledged[name],
    ...read(folder, (database) => ({
      stored: one(database, 'SELECT count(*) FROM lead'),
      runs: one(database, 'SELECT count(DISTINCT lead_id) FROM flow_run'),
      finished: one(database, "SELECT count(*) FROM flow_run WHERE state = 'Succeeded'"),
      records: one(database, "SELECT count(DISTINCT CAST(content AS TEXT) ->> 'runId') FROM crm_record"),
      mails: one(database, "SELECT count(DISTINCT CAST(content AS TEXT) ->> 'runId') FROM outbox_mail"),
      'written twice': one(
        database,
        `SELECT (SELECT count(*) FROM crm_record) + (SELECT count(*) FROM outbox_mail)
         - (SELECT count(DISTINCT CAST(content AS TEXT) ->> 'runId') FROM crm_record)
         - (SELECT count(DISTINCT CAST(content AS TEXT) ->> 'runId') FROM outbox_mail)`,
      ),
    })),
  }))
  console.table(counts)
  console.log(
    JSON.stringify({ bench: 'actions', rows, ratios, perSecond, p50, p99, worst, burst, takenIn, drainedIn, counts }),
  )
  const differs = counts.some(({ steps, acknowledged: all, records, mails, ...count }) => {
    const made = steps === 'two' ? all : 0
    return count.stored !== all || count.runs !== all || count.finished !== all || records !== made || mails !== made
  })
  const unseen = latencies.includes(Number.POSITIVE_INFINITY)
  if (differs || unseen || counts.some((count) => count['written twice'] > 0)) process.exitCode = 1
} finally {
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true })
}
