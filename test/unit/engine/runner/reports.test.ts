// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendFailureKinds } from '@shared/answer/answer'
import { AppError } from '@shared/app-error'
import type { CollectionRun, ReportFormat, RunResult } from '@shared/runner/collection-run'
import { describe, expect, onTestFinished, test } from 'vitest'
import { describeFailures } from '../../../../src/engine/runner/reports/report-texts'
import { reportText, writeReport } from '../../../../src/engine/runner/reports/write-report'
import { parseXml, type XmlElement } from '../../../helpers/small-xml'

const plain = '<script>alert(1)</script> & "quoted" \'single\' ]]>'
const hostile = `${plain} \u0000\u001b\u202e \ud800 ä😀`
/** What of it XML can hold. */
const kept = `${plain} \u202e  ä😀`

const run: CollectionRun = {
  id: 1,
  name: `Leads ${hostile}`,
  startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  options: { iterations: 2, concurrency: 3, delayMs: 0, bail: false },
  environmentName: hostile,
  dataName: null,
  total: 4,
  done: 4,
  failed: 3,
  checksPassed: 1,
  checksFailed: 1,
  requestsPerSecond: 12.34,
  averageMs: 5.55,
  p95Ms: 20,
  state: { state: 'finished', endedAt: Date.UTC(2026, 0, 2, 3, 4, 6) + 500 },
}

const passed: RunResult = {
  number: 1,
  iteration: 1,
  requestName: 'First',
  folderPath: '',
  method: 'POST',
  url: 'http://127.0.0.1/a?sig=••••••••',
  status: 202,
  failure: null,
  failureDetail: '',
  durationMs: 12.3456,
  answerSize: 34,
  passed: true,
  checks: [{ check: { type: 'status', enabled: true, expected: '2xx' }, passed: true, actual: '202' }],
  answerText: '',
}

const results: readonly RunResult[] = [
  passed,
  {
    ...passed,
    number: 2,
    requestName: hostile,
    folderPath: `Folder ${hostile}`,
    url: `http://127.0.0.1/${hostile}`,
    status: 400,
    passed: false,
    checks: [
      {
        check: { type: 'json-equals', enabled: true, path: hostile, expected: hostile },
        passed: false,
        actual: hostile,
      },
    ],
    answerText: `first line\n${hostile}`,
  },
  { ...passed, number: 3, status: null, failure: 'refused', failureDetail: 'ECONNREFUSED', passed: false, checks: [] },
  { ...passed, number: 4, iteration: 2, status: 500, passed: false, checks: [] },
]

async function* pagesOf(all: readonly RunResult[]): AsyncGenerator<readonly RunResult[]> {
  for (let from = 0; from < all.length; from += 2) yield all.slice(from, from + 2)
}

async function report(format: ReportFormat, of: CollectionRun = run): Promise<string> {
  const pieces: string[] = []
  for await (const piece of reportText(format, { run: of, pages: pagesOf(results), version: '1.2.3' }))
    pieces.push(piece)
  return pieces.join('')
}

test('JSON: the run and all results, as they are', async () => {
  expect(JSON.parse(await report('json'))).toEqual({
    generator: { name: 'Lead Inspector', version: '1.2.3' },
    // JSON escapes half a surrogate pair, so even that comes back.
    run,
    results,
  })
})

describe('JUnit', () => {
  const named = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
    element?.children.filter((child) => child.name === name) ?? []

  test('is XML of the shape that both schemas ask for', async () => {
    const root = parseXml(await report('junit'))
    expect([root.name, root.attributes]).toEqual(['testsuites', {}])
    const [suite] = root.children
    expect(suite?.children.map((child) => child.name)).toEqual([
      'properties',
      ...results.map(() => 'testcase'),
      'system-out',
      'system-err',
    ])
    expect(suite?.attributes).toMatchObject({
      id: '0',
      hostname: 'localhost',
      timestamp: '2026-01-02T03:04:05',
      tests: '4',
      failures: '3',
      errors: '0',
      time: '1.500',
    })
    for (const testCase of named(suite, 'testcase')) {
      expect(Object.keys(testCase.attributes)).toEqual(['classname', 'name', 'time'])
      expect(testCase.children.length).toBeLessThan(2)
    }
    expect(named(suite, 'testcase').flatMap((testCase) => named(testCase, 'failure'))).toHaveLength(3)
  })

  test('hostile text arrives as text, without what XML cannot hold', async () => {
    const [suite] = parseXml(await report('junit')).children
    const [, second, third, fourth] = named(suite, 'testcase')
    expect(second?.attributes.name).toBe(`${kept} (Iteration 1)`)
    expect(second?.attributes.classname).toBe(`Folder ${kept}`)
    const [failure] = second?.children ?? []
    expect(failure?.attributes.type).toBe('check')
    expect(failure?.text).toContain(`first line\n${kept}`)
    expect(third?.children[0]?.attributes).toEqual({
      message: 'Nothing was answered: the connection was refused (ECONNREFUSED)',
      type: 'refused',
    })
    expect(fourth?.children[0]?.attributes.type).toBe('status')
  })

  test('says why a run could not run', async () => {
    const state = { state: 'could-not-run', endedAt: run.startedAt, error: { code: 'disk-full', params: {} } } as const
    const [suite] = parseXml(await report('junit', { ...run, state })).children
    expect(suite?.children.at(-1)?.text).toMatch(/^The disk is full\. .*\(disk-full\)$/)
  })
})

describe('HTML', () => {
  test('shows each result and each failure', async () => {
    const page = new DOMParser().parseFromString(await report('html'), 'text/html')
    const rows = [...page.querySelectorAll('tbody tr')]
    expect(rows.map((row) => row.className)).toEqual(['passed', 'failed', 'failed', 'failed'])
    expect(rows[2]?.textContent).toContain('the connection was refused (ECONNREFUSED)')
    expect(rows[1]?.querySelector('pre')?.textContent).toMatch(/^first line\n<script>alert\(1\)/)
    expect(page.querySelector('dl')?.textContent).toContain('12.3 requests a second')
  })

  test('runs nothing and loads nothing, whatever the texts are', async () => {
    const html = await report('html')
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(html).not.toMatch(/<script|<img|<link|<iframe|url\(|src=|href=|\son\w+=/i)
    const page = new DOMParser().parseFromString(html, 'text/html')
    const names = new Set([...page.querySelectorAll('body *')].map((element) => element.localName))
    expect([...names].sort()).toEqual(
      'dd details div dl dt fieldset footer h1 header input label legend li main pre span summary table tbody td th thead tr ul'.split(
        ' ',
      ),
    )
  })

  test('hidden characters are made visible', async () => {
    const page = new DOMParser().parseFromString(await report('html'), 'text/html')
    expect(page.title).toContain('␀␛U+202E')
  })
})

test('every kind of failure has words', () => {
  const kinds = [...sendFailureKinds, 'variable-unresolved', 'request-not-valid', 'file-not-chosen', 'file-unreadable']
  const sentences = kinds.map((failure) =>
    describeFailures({ ...passed, passed: false, failure, failureDetail: 'x', status: null }).join(),
  )
  for (const sentence of sentences) expect(sentence).toMatch(/^(Nothing was answered|Not sent): [a-z][A-Za-z ]+ \(x\)$/)
  expect(new Set(sentences).size).toBe(kinds.length)
})

describe('the file', () => {
  const folder = async (): Promise<string> => {
    const made = await mkdtemp(join(tmpdir(), 'lead-inspector-report-'))
    onTestFinished(() => rm(made, { recursive: true, force: true }))
    return made
  }

  test('is written whole', async () => {
    const path = join(await folder(), 'report.xml')
    await writeReport(path, 'junit', { run, pages: pagesOf(results), version: '1' })
    expect(parseXml(readFileSync(path, 'utf8')).name).toBe('testsuites')
  })

  test('nothing stays behind when it cannot be', async () => {
    const made = await folder()
    async function* broken(): AsyncGenerator<readonly RunResult[]> {
      yield results
      throw new AppError('storage-failed', { detail: 'gone' })
    }
    await expect(writeReport(join(made, 'a.json'), 'json', { run, pages: broken(), version: '1' })).rejects.toThrow(
      'storage-failed',
    )
    expect(readdirSync(made)).toEqual([])
    const nowhere = writeReport(join(made, 'none', 'a.json'), 'json', { run, pages: pagesOf(results), version: '1' })
    await expect(nowhere).rejects.toMatchObject({ code: 'export-failed', params: { detail: 'ENOENT' } })
  })
})
