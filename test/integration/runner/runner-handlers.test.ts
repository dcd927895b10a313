import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { EngineEvent, JobOutcome } from '@shared/contract/engine-events'
import { describe, expect, test } from 'vitest'
import { createFileGrants } from '../../../src/engine/file-grants'
import { createJobs } from '../../../src/engine/jobs'
import { createCollectionRuns } from '../../../src/engine/runner/collection-runs'
import type { RunnableRequest } from '../../../src/engine/runner/runnable-request'
import { createRunnerHandlers } from '../../../src/engine/runner/runner-handlers'
import { createSender } from '../../../src/engine/sender/sender'
import { newLead, receivedRequest } from '../../helpers/leads'
import { openTestStorage } from '../../helpers/open-test-storage'
import { runnable, variable } from '../../helpers/runnable'
import { parseXml } from '../../helpers/small-xml'
import { tempFolder } from '../../helpers/temp-folder'
import { startTestServer } from '../../helpers/test-server'

/** The runner's commands over a real database, with a collection and an environment by hand. */
function startHandlers(requests: readonly RunnableRequest[], baseUrl = '') {
  const storage = openTestStorage()
  const events: EngineEvent[] = []
  const waiting = new Set<() => void>()
  const publish = (event: EngineEvent): void => {
    events.push(event)
    for (const check of waiting) check()
  }
  const grants = createFileGrants()
  const jobs = createJobs(publish)
  const sender = () => createSender({ isApproved: () => false })
  const handlers = createRunnerHandlers({
    runs: createCollectionRuns({
      table: storage.collectionRuns,
      publish,
      createSender: sender,
      loadDynamicValues: async () => () => null,
    }),
    table: storage.collectionRuns,
    leads: storage.leads,
    collections: {
      runnable: (id) => (id === 'leads' ? requests : []),
      get: (id) => ({
        kind: 'folder',
        id,
        revision: '1',
        content: { name: 'My folder', description: '', auth: { type: 'inherit' }, variables: [], scripts: [] },
      }),
    },
    environment: (id) => {
      if (id !== 'test') throw new AppError('bad-input', { detail: 'environment' })
      return { id, name: 'Test', variables: [variable('base', baseUrl)], problem: null }
    },
    grants,
    jobs,
    createSender: sender,
    version: '1.0.0',
  })
  function until<Found>(find: (event: EngineEvent) => Found | null): Promise<Found> {
    return new Promise((resolve) => {
      const check = (): void => {
        for (const event of events) {
          const found = find(event)
          if (found === null) continue
          waiting.delete(check)
          resolve(found)
          return
        }
      }
      waiting.add(check)
      check()
    })
  }
  return {
    handlers,
    storage,
    jobs,
    events,
    granted: (path: string): string => {
      grants.grant(path, path)
      return path
    },
    ended: (id: number) =>
      until((event) =>
        event.type === 'collection-run-changed' && event.run.id === id && event.run.state.state !== 'running'
          ? event.run
          : null,
      ),
    jobEnded: (jobId: string): Promise<JobOutcome> =>
      until((event) => (event.type === 'job-ended' && event.jobId === jobId ? event.outcome : null)),
    progress: (jobId: string, done: number) =>
      until((event) => (event.type === 'job-progress' && event.jobId === jobId && event.done >= done ? event : null)),
  }
}

const settings = { environmentId: null, dataId: null, iterations: 1, concurrency: 1, delayMs: 0, bail: false }

describe('runs', () => {
  test('with a data file and an environment, listed, read back, reported and deleted', async () => {
    const server = await startTestServer()
    const { handlers, granted, ended } = startHandlers([runnable('{{base}}/{{who}}')], server.url)
    const folder = tempFolder()
    const csv = join(folder, 'leads.csv')
    writeFileSync(csv, 'who\nAda\nBo\n')
    const data = await handlers['run.read-data']({ fileToken: granted(csv) })
    expect(data).toMatchObject({ name: 'leads.csv', columns: ['who'], rows: [{ who: 'Ada' }, { who: 'Bo' }], total: 2 })

    const order = { ...settings, nodeId: 'leads', environmentId: 'test', dataId: data.dataId, iterations: data.total }
    const started = await handlers['run.start'](order)
    expect(started).toMatchObject({ name: 'My folder', environmentName: 'Test', dataName: 'leads.csv', total: 2 })
    const run = await ended(started.id)
    expect(server.seen.map((request) => request.path)).toEqual(['/Ada', '/Bo'])
    expect(await handlers['run.get']({ id: run.id })).toEqual(run)
    expect(await handlers['run.list']({ limit: 5 })).toEqual([run])
    expect(await handlers['run.results']({ id: run.id, only: 'all', after: 1, limit: 5 })).toHaveLength(1)

    const out = join(folder, 'report.xml')
    await handlers['run.report']({ id: run.id, format: 'junit', fileToken: granted(out) })
    expect(parseXml(readFileSync(out, 'utf8')).children[0]?.attributes).toMatchObject({ name: 'My folder', tests: '2' })

    await handlers['run.delete']({ id: run.id })
    expect(await handlers['run.list']({ limit: 5 })).toEqual([])
    expect(() => handlers['run.get']({ id: run.id })).toThrow('bad-input')
  })

  test('a report of many results is whole', async () => {
    const server = await startTestServer()
    const { handlers, granted, ended } = startHandlers([runnable(server.url)])
    const { id } = await handlers['run.start']({ ...settings, nodeId: 'leads', iterations: 1201, concurrency: 8 })
    await ended(id)
    const out = join(tempFolder(), 'report.json')
    await handlers['run.report']({ id, format: 'json', fileToken: granted(out) })
    expect(JSON.parse(readFileSync(out, 'utf8')).results.map((result: { number: number }) => result.number)).toEqual(
      Array.from({ length: 1201 }, (_, at) => at + 1),
    )
  })

  test('stop', async () => {
    const server = await startTestServer(() => {})
    const { handlers, ended } = startHandlers([runnable(server.url)])
    const { id } = await handlers['run.start']({ ...settings, nodeId: 'leads' })
    await handlers['run.stop']({ id })
    expect((await ended(id)).state.state).toBe('stopped')
    // Once more, or for one that never was: nothing to do.
    await handlers['run.stop']({ id })
    await handlers['run.stop']({ id: 99 })
  })

  test('what cannot begin leaves no run behind', async () => {
    const { handlers, granted } = startHandlers([runnable('http://127.0.0.1/')])
    const start = (changes: object) =>
      Promise.resolve().then(() => handlers['run.start']({ ...settings, nodeId: 'leads', ...changes }))
    await expect(start({ nodeId: 'empty' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(start({ environmentId: 'gone' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(start({ dataId: 'forgotten' })).rejects.toMatchObject({ code: 'data-not-valid' })
    const none = join(tempFolder(), 'none.csv')
    await expect(handlers['run.read-data']({ fileToken: granted(none) })).rejects.toMatchObject({
      code: 'file-unreadable',
    })
    expect(await handlers['run.list']({ limit: 5 })).toEqual([])
  })
})

describe('leads are sent again', () => {
  test('with the method, type, encoding and bytes as received, in the given order', async () => {
    const server = await startTestServer((_, response) => void response.writeHead(202).end())
    const { handlers, storage, jobEnded } = startHandlers([])
    const long = Buffer.alloc(1_500_000, 'ä')
    storage.leads.insert([
      newLead({}, { request: receivedRequest({ body: Buffer.from('{"first":1}') }) }),
      newLead(
        {},
        {
          request: receivedRequest({
            method: 'PUT',
            body: long,
            headers: [
              ['Host', 'elsewhere'],
              ['content-type', 'text/plain; charset=utf-8'],
              ['Content-Encoding', 'identity'],
              ['Authorization', 'Bearer secret'],
              ['X-Forwarded-For', '10.0.0.1'],
            ],
          }),
        },
      ),
      newLead({}, { request: receivedRequest({ body: Buffer.from('{"half":'), bodyCut: true }) }),
    ])
    const order = { ids: [2, 77, 3, 1], url: `${server.url}/flow?sig=x`, perSecond: 1000 }
    const { jobId } = await handlers['leads.resend'](order)
    // 77 was never there, and of 3 there is only a part.
    expect(await jobEnded(jobId)).toEqual({ state: 'succeeded', count: 2 })
    const sent = server.seen.toSorted((one, other) => other.body.length - one.body.length)
    expect(sent.map((request) => [request.method, request.path])).toEqual([
      ['PUT', '/flow?sig=x'],
      ['POST', '/flow?sig=x'],
    ])
    expect(sent[0]?.body.equals(long)).toBe(true)
    expect(sent[0]?.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-encoding': 'identity',
    })
    expect(sent[0]?.headers).not.toHaveProperty('authorization')
    expect(sent[0]?.headers).not.toHaveProperty('x-forwarded-for')
    expect(sent[1]?.body.toString()).toBe('{"first":1}')
  })

  test('no faster than asked for', async () => {
    const times: number[] = []
    const server = await startTestServer((_, response) => {
      times.push(performance.now())
      response.writeHead(202).end()
    })
    const { handlers, storage, jobEnded } = startHandlers([])
    storage.leads.insert(Array.from({ length: 5 }, () => newLead({})))
    const started = performance.now()
    const { jobId } = await handlers['leads.resend']({ ids: [1, 2, 3, 4, 5], url: server.url, perSecond: 50 })
    await jobEnded(jobId)
    // Four gaps of 20 ms, of which a late one may be made up for by 10. From the start: a slow machine may see the first late.
    expect((times.at(-1) ?? 0) - started).toBeGreaterThan(60)
  })

  test('until it is cancelled', async () => {
    const server = await startTestServer((_, response) => void response.writeHead(202).end())
    const { handlers, storage, jobs, jobEnded, progress } = startHandlers([])
    storage.leads.insert([newLead({}), newLead({})])
    // The second would go out in ten seconds.
    const { jobId } = await handlers['leads.resend']({ ids: [1, 2], url: server.url, perSecond: 0.1 })
    expect(await progress(jobId, 1)).toMatchObject({ done: 1, total: 2 })
    jobs.cancel(jobId)
    expect(await jobEnded(jobId)).toEqual({ state: 'cancelled' })
    expect(server.seen).toHaveLength(1)
  })

  test('counting only those that were taken', async () => {
    let number = 0
    const server = await startTestServer((_, response) => void response.writeHead(number++ === 0 ? 400 : 202).end())
    const { handlers, storage, jobEnded } = startHandlers([])
    storage.leads.insert([newLead({}), newLead({}), newLead({})])
    const { jobId } = await handlers['leads.resend']({ ids: [1, 2, 3], url: server.url, perSecond: 1000 })
    expect(await jobEnded(jobId)).toEqual({ state: 'succeeded', count: 2 })
  })

  test('and the job fails when nobody answers', async () => {
    const { handlers, storage, jobEnded, events } = startHandlers([])
    storage.leads.insert(Array.from({ length: 50 }, () => newLead({})))
    const ids = Array.from({ length: 50 }, (_, at) => at + 1)
    const { jobId } = await handlers['leads.resend']({ ids, url: 'http://127.0.0.1:1/', perSecond: 500 })
    const error = { code: 'send-failed', params: { detail: 'ECONNREFUSED' } }
    expect(await jobEnded(jobId)).toEqual({ state: 'failed', error })
    const sent = events.filter((event) => event.type === 'job-progress').length
    expect(sent).toBeLessThan(40)
    const one = await handlers['leads.resend']({ ids: [1], url: 'http://127.0.0.1:1/', perSecond: 1 })
    expect(await jobEnded(one.jobId)).toEqual({ state: 'failed', error })
  })

  test('only to a web address', () => {
    const { handlers } = startHandlers([])
    for (const url of ['ftp://127.0.0.1/', 'nonsense']) {
      expect(() => handlers['leads.resend']({ ids: [1], url, perSecond: 1 })).toThrow('request-not-valid')
    }
  })
})
