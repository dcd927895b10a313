// Bench (c): the first page of typical searches over 100,000 and 1,000,000 leads, through the real store on a real
// database file. Each search is typed letter by letter, as the window asks while a person types; the window asks for
// the index of what is found beside the page, so its time is shown too.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTypescript } from './lib/load-typescript.mjs'
import { median, quantile } from './lib/statistics.mjs'

const aim = 50
const sizes = (process.env.BENCH_LEADS ?? '100000,1000000').split(',').map(Number)
/** What the list asks for when a search begins. */
const pageSize = 1000
const everyLead = {
  text: '',
  verdicts: [],
  actionCodes: [],
  sources: [],
  offers: [],
  countries: [],
  isTest: null,
  unread: false,
  pinned: false,
}

/** Every beginning of a search from its first letter on. */
function typed(text) {
  return Array.from(text, (_, at) => text.slice(0, at + 1)).filter((part) => part.trim() === part)
}

const words = [
  'anna',
  'björn.berg',
  'contoso',
  'contoso offer 7',
  'fors ab',
  'example',
  '株式会社',
  'no such lead',
  '425',
]

/** Searches as they end, each measured with its index too. */
const whole = [
  ...words.map((text) => ({ text })),
  {},
  { verdicts: ['does-not-match'] },
  { verdicts: ['not-a-lead', 'matches-with-warnings'] },
  { actionCodes: ['PLT'] },
  { sources: ['AppSource'] },
  { offers: ['Contoso offer 3'] },
  { countries: ['SE'] },
  { countries: ['SE', 'NO', 'FI'], actionCodes: ['INS'] },
  { countries: ['JP'], verdicts: ['matches'], offers: ['Contoso offer 11'] },
  { isTest: true },
  { isTest: true, countries: ['CH'], actionCodes: ['DNC'] },
  { unread: true },
  { pinned: true },
  { text: 'anna', countries: ['SE'] },
  { text: 'contoso', actionCodes: ['DNC'], verdicts: ['does-not-match'] },
  { text: 'lund', sources: ['AzurePortal'], isTest: false },
]
const beginnings = words.flatMap((word) => typed(word).slice(0, -1)).map((text) => ({ text }))

const { openStorage } = await loadTypescript('src/engine/storage/open-storage.ts')
const { seedLeads } = await loadTypescript('test/helpers/seed-leads.ts')

async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'lead-inspector-bench-'))
  try {
    const { leads, close } = openStorage(folder)
    const begun = performance.now()
    seedLeads(leads, count)
    const seededIn = performance.now() - begun
    // Every generated lead has this word: a search that finds fewer is not worth timing.
    const { total } = await leads.index({ ...everyLead, text: 'contoso' })
    if (total !== count) throw new Error(`The search finds ${total} of ${count} leads.`)
    const pages = []
    const indexes = []
    let slowest = { ms: 0, search: {} }
    for (const search of [...beginnings, ...whole]) {
      const query = { ...everyLead, ...search }
      const started = performance.now()
      leads.page(query, null, null, pageSize)
      const ms = performance.now() - started
      pages.push(ms)
      if (ms > slowest.ms) slowest = { ms, search }
    }
    for (const search of whole) {
      const started = performance.now()
      await leads.index({ ...everyLead, ...search })
      indexes.push(performance.now() - started)
    }
    close()
    const megabytes = statSync(join(folder, 'lead-inspector.db')).size / 1e6
    return {
      row: {
        leads: count,
        searches: pages.length,
        'page p50 ms': Number(median(pages).toFixed(1)),
        'page p95 ms': Number(quantile(pages, 0.95).toFixed(1)),
        'page max ms': Number(slowest.ms.toFixed(1)),
        'index p50 ms': Number(median(indexes).toFixed(1)),
        'index p95 ms': Number(quantile(indexes, 0.95).toFixed(1)),
        'seeded in s': Number((seededIn / 1000).toFixed(1)),
        'database MB': Math.round(megabytes),
      },
      slowest: slowest.search,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const results = []
for (const size of sizes) results.push(await measure(size))
const rows = results.map(({ row }) => row)
console.table(rows)
for (const { row, slowest } of results) {
  console.log(
    `first page over ${row.leads.toLocaleString('en')} leads, p95: ${row['page p95 ms']} ms (aim: under ${aim} ms); ` +
      `slowest: ${JSON.stringify(slowest)}`,
  )
}
console.log(JSON.stringify({ bench: 'search', rows, aim }))
