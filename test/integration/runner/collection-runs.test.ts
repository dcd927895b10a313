import type { ServerResponse } from 'node:http'
import type { CollectionRun, RunOptions } from '@shared/runner/collection-run'
import { expect, test } from 'vitest'
import { type CollectionRuns, createCollectionRuns, type NewRun } from '../../../src/engine/runner/collection-runs'
import { readDataFile } from '../../../src/engine/runner/data-file'
import { createSender } from '../../../src/engine/sender/sender'
import { loadDynamicValues } from '../../../src/engine/variables/dynamic-values'
import { openTestStorage } from '../../helpers/open-test-storage'
import { runnable, variable } from '../../helpers/runnable'
import { startTestServer } from '../../helpers/test-server'

const once: RunOptions = { iterations: 1, concurrency: 1, delayMs: 0, bail: false }

/** The runner over a real database and real sockets. */
function startRunner(loadValues = loadDynamicValues) {
  const table = openTestStorage().collectionRuns
  const published: CollectionRun[] = []
  const waiting = new Set<() => void>()
  const runs: CollectionRuns = createCollectionRuns({
    table,
    createSender: () => createSender({ isApproved: () => false }),
    loadDynamicValues: loadValues,
    publish: (event) => {
      if (event.type !== 'collection-run-changed') return
      published.push(event.run)
      for (const check of waiting) check()
    },
  })
  /** The first published state, past or future, that the test accepts. */
  function until(accept: (run: CollectionRun) => boolean): Promise<CollectionRun> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = published.find(accept)
        if (found === undefined) return
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  }
  const start = (order: Partial<NewRun> & Pick<NewRun, 'requests'>): CollectionRun =>
    runs.start({
      name: 'Leads',
      options: once,
      environmentName: null,
      variables: { scopes: [], data: null },
      ...order,
    })
  return { runs, table, published, until, start, ended: () => until((run) => run.state.state !== 'running') }
}

test('a run with data, an environment and checks, from the first request to the stored results', async () => {
  const server = await startTestServer((request, response) => {
    response.writeHead(request.path === '/leads/Bo' ? 500 : 202, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ saw: request.path, key: request.headers['x-key'] }))
  })
  const { start, ended, table, published } = startRunner()
  const first = start({
    requests: [
      runnable('{{base}}/leads/{{who}}', {
        name: 'Send',
        request: { headers: [{ name: 'x-key', value: '{{key}}', enabled: true, description: '' }] },
        checks: [
          { type: 'status', enabled: true, expected: '2xx' },
          { type: 'json-equals', enabled: true, path: 'saw', expected: '/leads/{{who}}' },
        ],
      }),
      runnable('{{base}}/plain', { name: 'Plain' }),
    ],
    options: { ...once, iterations: 2 },
    environmentName: 'Test',
    variables: {
      scopes: [
        {
          kind: 'environment',
          from: 'Test',
          variables: [variable('base', server.url), variable('key', 's3cret', true)],
        },
      ],
      data: readDataFile(Buffer.from('who\nAda\nBo'), 'leads.csv'),
    },
  })
  expect(first).toMatchObject({ total: 4, done: 0, dataName: 'leads.csv', state: { state: 'running' } })

  const run = await ended()
  expect(server.seen.map((request) => request.path)).toEqual(['/leads/Ada', '/plain', '/leads/Bo', '/plain'])
  expect(server.seen[0]?.headers['x-key']).toBe('s3cret')
  expect(run).toMatchObject({ id: first.id, done: 4, failed: 1, checksPassed: 3, checksFailed: 1 })
  expect(run.state.state).toBe('finished')
  expect(run.averageMs).toBeGreaterThan(0)
  expect(run.p95Ms).toBeGreaterThanOrEqual(run.averageMs / 2)
  expect(table.get(first.id)).toEqual(run)
  expect(published.length).toBeLessThanOrEqual(4)

  const results = table.results(first.id, 'all', 0, 10)
  expect(
    results.map(({ number, iteration, requestName, status, passed }) => [
      number,
      iteration,
      requestName,
      status,
      passed,
    ]),
  ).toEqual([
    [1, 1, 'Send', 202, true],
    [2, 1, 'Plain', 202, true],
    [3, 2, 'Send', 500, false],
    [4, 2, 'Plain', 202, true],
  ])
  const [failed] = table.results(first.id, 'failed', 0, 10)
  expect(failed?.checks.map((check) => [check.passed, check.actual])).toEqual([
    [false, '500'],
    [true, '"/leads/Bo"'],
  ])
  // The server told the secret back.
  expect(failed?.answerText).toBe('{"saw":"/leads/Bo","key":"••••••••"}')
  expect(results[0]?.answerText).toBe('')
})

test('a run of many is written as it goes, and its numbers agree with its results', async () => {
  // Answers ten at a time: with fewer lanes the run would never end.
  let held: ServerResponse[] = []
  const server = await startTestServer((_, response) => {
    held.push(response)
    if (held.length < 10) return
    for (const each of held) each.writeHead(204).end()
    held = []
  })
  const { start, ended, table, published } = startRunner()
  const { id } = start({
    requests: [runnable(`${server.url}/`)],
    options: { ...once, iterations: 3000, concurrency: 10 },
  })
  const run = await ended()
  expect(run).toMatchObject({ done: 3000, failed: 0 })
  expect(server.seen).toHaveLength(3000)
  expect(server.mostAtOnce()).toBe(10)
  const numbers = [0, 1000, 2000].flatMap((after) =>
    table.results(id, 'all', after, 1000).map((result) => result.number),
  )
  expect(numbers).toEqual(Array.from({ length: 3000 }, (_, at) => at + 1))
  const seconds = run.done / run.requestsPerSecond
  // The beginning, the end, and five a second between them; one more where a page of results was full.
  expect(published.length).toBeLessThanOrEqual(2 + Math.ceil(seconds * 5) + 1)
})

test('stop ends what is on its way at once', async () => {
  const server = await startTestServer((request, response) => {
    // The second is never answered.
    if (request.path === '/1') response.writeHead(204).end()
  })
  const { start, runs, until, ended, table } = startRunner()
  const { id } = start({ requests: [runnable(`${server.url}/1`), runnable(`${server.url}/2`)] })
  await until((run) => run.done === 1)
  runs.stop(id)
  const run = await ended()
  expect(run.state.state).toBe('stopped')
  expect(run.done).toBe(1)
  expect(table.results(id, 'all', 0, 10)).toHaveLength(1)
})

test('closing the engine interrupts the run and waits for it', async () => {
  const server = await startTestServer(() => {})
  const { start, runs, table } = startRunner()
  const { id } = start({ requests: [runnable(`${server.url}/`)] })
  await runs.close()
  expect(table.get(id).state.state).toBe('interrupted')
})

test('what cannot be sent, or is not answered, is a failure of that request alone', async () => {
  const server = await startTestServer()
  const { start, ended, table } = startRunner()
  const { id } = start({
    requests: [
      runnable(`${server.url}/{{missing}}`, { checks: [{ type: 'status', enabled: true, expected: '2xx' }] }),
      runnable('http://127.0.0.1:1/'),
      runnable(`${server.url}/`, {
        request: { method: 'POST', body: { type: 'file', file: { path: '/not/chosen' } } },
      }),
      runnable(`${server.url}/ok`),
    ],
  })
  const run = await ended()
  expect(run).toMatchObject({ done: 4, failed: 3, checksFailed: 1, state: { state: 'finished' } })
  const results = table.results(id, 'all', 0, 10)
  expect(results.map(({ failure, failureDetail, status }) => [failure, failureDetail, status])).toEqual([
    ['variable-unresolved', 'missing', null],
    ['refused', 'ECONNREFUSED', null],
    ['file-not-chosen', '/not/chosen', null],
    [null, '', 204],
  ])
})

test('bail stops at the first failure', async () => {
  const server = await startTestServer((_, response) => void response.writeHead(404).end())
  const { start, ended } = startRunner()
  start({ requests: [runnable(`${server.url}/`)], options: { ...once, iterations: 50, bail: true } })
  expect(await ended()).toMatchObject({ done: 1, failed: 1, state: { state: 'bailed' } })
})

test('dynamic values are new for each request, and loaded only when one is mentioned', async () => {
  const server = await startTestServer()
  let loaded = 0
  const load: typeof loadDynamicValues = () => {
    loaded += 1
    return loadDynamicValues()
  }
  const { start, until } = startRunner(load)
  const plain = start({ requests: [runnable(`${server.url}/`)] })
  await until((run) => run.id === plain.id && run.state.state === 'finished')
  expect(loaded).toBe(0)
  const dynamic = start({
    requests: [runnable(`${server.url}/{{$guid}}/{{$iteration}}`)],
    options: { ...once, iterations: 2 },
  })
  await until((run) => run.id === dynamic.id && run.state.state === 'finished')
  const [, one, two] = server.seen.map((request) => request.path)
  expect(one).toMatch(/^\/[0-9a-f-]{36}\/1$/)
  expect(two).toMatch(/^\/[0-9a-f-]{36}\/2$/)
  expect(one?.slice(0, 37)).not.toBe(two?.slice(0, 37))
})

test('a JSON check looks beyond what is kept of a long answer', async () => {
  const long = JSON.stringify({ filler: 'ä'.repeat(1_500_000), last: 7 })
  const server = await startTestServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(long)
  })
  const { start, ended, table } = startRunner()
  const { id } = start({
    requests: [
      runnable(`${server.url}/`, { checks: [{ type: 'json-equals', enabled: true, path: 'last', expected: '7' }] }),
      runnable(`${server.url}/`, { checks: [{ type: 'status', enabled: true, expected: '404' }] }),
    ],
  })
  await ended()
  const [first, second] = table.results(id, 'all', 0, 2)
  expect([first?.passed, first?.answerText]).toEqual([true, ''])
  expect(second?.answerText).toMatch(/^\{"filler":"ä{4085}$/)
})

test('deleting a run that goes on stops it first', async () => {
  const server = await startTestServer(() => {})
  const { start, runs, table } = startRunner()
  const { id } = start({ requests: [runnable(`${server.url}/`)] })
  await runs.delete(id)
  expect(table.list(10)).toEqual([])
})

test('a secret that is cut off in the middle of a value is not shown in part', async () => {
  const secret = 'abcdefghijklmnopqrstuvwxyz'
  const server = await startTestServer((_, response) => {
    response.end(JSON.stringify({ echo: `${'x'.repeat(980)}${secret}` }))
  })
  const { start, ended, table } = startRunner()
  const { id } = start({
    requests: [
      runnable(`${server.url}/`, {
        checks: [{ type: 'json-equals', enabled: true, path: 'echo', expected: 'y{{key}}' }],
      }),
    ],
    variables: { scopes: [{ kind: 'environment', from: 'T', variables: [variable('key', secret, true)] }], data: null },
  })
  await ended()
  const [result] = table.results(id, 'all', 0, 1)
  expect(result?.checks).toMatchObject([{ passed: false, check: { expected: 'y••••••••' } }])
  expect(JSON.stringify(result)).not.toContain('abc')
})

test('only the newest runs are kept, with their results', async () => {
  const server = await startTestServer()
  const { start, until, table, runs } = startRunner()
  for (let at = 0; at < 53; at++) {
    const { id } = start({ requests: [runnable(`${server.url}/`)] })
    await until((run) => run.id === id && run.state.state !== 'running')
  }
  await runs.close()
  const kept = table.list(200).map(({ id }) => id)
  expect(kept).toEqual(Array.from({ length: 50 }, (_, at) => 53 - at))
  expect([3, 4].map((id) => table.results(id, 'all', 0, 10).length)).toEqual([0, 1])
})

test.each([1, 2, 3])(
  'a run that begins %i turns after the deletion of the one before keeps its results',
  async (turns) => {
    const server = await startTestServer()
    const { start, until, runs, table } = startRunner()
    const first = start({ requests: [runnable(`${server.url}/`)] })
    await until((run) => run.id === first.id && run.state.state === 'finished')
    const deleting = runs.delete(first.id)
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
    const second = start({ requests: [runnable(`${server.url}/`)] })
    await deleting
    expect(table.list(10).map(({ id }) => id)).toEqual([second.id])
    await runs.close()
  },
)
