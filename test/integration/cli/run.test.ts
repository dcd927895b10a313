import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newRequest } from '@shared/request/request-template'
import { describe, expect, it } from 'vitest'
import { newRequestItem } from '../../../src/engine/collections/formats/write-item'
import { runCli, startCli } from '../../helpers/cli'
import { parseXml } from '../../helpers/small-xml'
import { tempFolder } from '../../helpers/temp-folder'
import { startTestServer } from '../../helpers/test-server'

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

function write(name: string, content: unknown, folder = tempFolder()): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const get = (name: string, url: string) => ({ name, request: { method: 'GET', url } })

function collection(item: readonly unknown[], baseUrl = ''): string {
  return write('leads.json', { info: { name: 'Leads', schema }, item, variable: [{ key: 'base', value: baseUrl }] })
}

/** Answers 404 to paths with `missing`, else 200 with what it was asked for. */
const echoServer = () =>
  startTestServer((request, response) => {
    response.writeHead(request.path.includes('missing') ? 404 : 200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ path: request.path }))
  })

const tree = [
  { name: 'First', item: [{ name: 'Inner', item: [get('A', '{{base}}/a/{{who}}')] }, get('B', '{{base}}/b')] },
  get('C', '{{base}}/c'),
]

describe('run', () => {
  it('sends all requests in their order and ends with 0', async () => {
    const server = await echoServer()
    const file = collection(tree, server.url)
    const result = await runCli(['run', file, '--variable', 'who=Ada', '--iterations', '2'])
    expect(result).toMatchObject({ code: 0, stderr: '' })
    expect(result.stdout).toContain('6 of 6: 6 passed, 0 failed')
    expect(server.seen.map((request) => request.path)).toEqual(['/a/Ada', '/b', '/c', '/a/Ada', '/b', '/c'])
  })

  it('takes a folder, one within another, or a request', async () => {
    const server = await echoServer()
    const file = collection(tree, server.url)
    for (const name of ['First', 'First/Inner', 'C']) {
      expect((await runCli(['run', file, '--folder', name, '--variable', 'who=x'])).code).toBe(0)
    }
    expect(server.seen.map((request) => request.path)).toEqual(['/a/x', '/b', '/a/x', '/c'])
  })

  it('fills variables from the environment, the call and the rows of the data, each winning over the one before', async () => {
    const server = await echoServer()
    const file = collection([get('A', '{{base}}/{{who}}/{{where}}')], 'http://127.0.0.1:1')
    const environment = write('test.json', {
      name: 'Test',
      values: [
        { key: 'base', value: server.url, enabled: true },
        { key: 'who', value: 'environment', enabled: true },
        { key: 'where', value: 'environment', enabled: true },
      ],
    })
    const data = write('leads.csv', '\uFEFFwho;note\r\nAda;"a;b"\r\nBo;\r\n')
    const args = ['run', file, '--environment', environment, '--data', data, '--variable', 'where=here']
    expect((await runCli(args)).code).toBe(0)
    expect((await runCli([...args, '--iterations', '3'])).code).toBe(0)
    const paths = server.seen.map((request) => request.path)
    expect(paths).toEqual(['/Ada/here', '/Bo/here', '/Ada/here', '/Bo/here', '/Bo/here'])
  })

  it('ends with 1 when one fails, and says which and why', async () => {
    const server = await echoServer()
    const file = collection([get('Good', `${server.url}/a`), get('Bad \u001b[31m', `${server.url}/missing`)])
    const result = await runCli(['run', file])
    expect(result.code).toBe(1)
    expect(result.stdout).toContain('FAILED  Bad ␛[31m (iteration 1): The status is 404')
    expect(result.stdout).toContain('2 of 2: 1 passed, 1 failed')
  })

  it("runs a request's checks, with what the row of data expects", async () => {
    const server = await echoServer()
    const item = newRequestItem({
      name: 'Checked',
      description: '',
      request: { ...newRequest, method: 'GET', url: `${server.url}/{{who}}`, body: { type: 'none' } },
      checks: [
        { type: 'status', enabled: true, expected: '2xx' },
        { type: 'json-equals', enabled: true, path: 'path', expected: '/{{expected}}' },
      ],
    })
    const data = write('leads.json', [
      { who: 'Ada', expected: 'Ada' },
      { who: 'Bo', expected: 'Cy' },
    ])
    const result = await runCli(['run', collection([item]), '--data', data])
    expect(result.code).toBe(1)
    expect(result.stdout).toContain('Checked (iteration 2): The JSON value at path is /Cy: found "/Bo"')
    expect(result.stdout).toContain('Checks      3 passed, 1 failed')
  })

  it('goes on after a request that cannot be sent, and stops at it with --bail', async () => {
    const server = await echoServer()
    const file = collection([get('A', '{{nowhere}}/a'), get('B', `${server.url}/b`)])
    const all = await runCli(['run', file])
    expect(all.stdout).toContain('Not sent: variables have no value (nowhere)')
    expect(server.seen).toHaveLength(1)
    const bailed = await runCli(['run', file, '--bail'])
    expect([all.code, bailed.code]).toEqual([1, 1])
    expect(bailed.stdout).toContain('Stopped at the first failure')
    expect(server.seen).toHaveLength(1)
  })

  it('writes several reports at once, and one to standard output', async () => {
    const server = await echoServer()
    const file = collection([get('Good', `${server.url}/a?sig=secret`), get('Bad\u2028', `${server.url}/missing`)])
    const folder = tempFolder()
    const [xml, json, html] = ['r.xml', 'r.json', 'r.html'].map((name) => join(folder, name))
    const reports = [
      '--reporter',
      'junit',
      '--out',
      xml,
      '--reporter',
      'json',
      '--out',
      json,
      '--reporter',
      'html',
      '--out',
      html,
    ]
    expect((await runCli(['run', file, '--iterations', '400', ...reports.map(String)])).code).toBe(1)
    const [suite] = parseXml(readFileSync(String(xml), 'utf8')).children
    expect(suite?.attributes).toMatchObject({ name: 'Leads', tests: '800', failures: '400' })
    const report = JSON.parse(readFileSync(String(json), 'utf8'))
    expect(report.results).toHaveLength(800)
    expect(report.results[0].url).toBe(`${server.url}/a?sig=••••••••`)
    expect(readFileSync(String(html), 'utf8').match(/<tr class="failed">/g)).toHaveLength(400)

    const piped = await runCli(['run', file, '--reporter', 'json'])
    expect(JSON.parse(piped.stdout).run).toMatchObject({ name: 'Leads', done: 2, failed: 1 })
    expect(piped.stderr).toContain('2 of 2: 1 passed, 1 failed')
  })

  it('sends the files that a collection names, in several requests at a time', async () => {
    const server = await startTestServer()
    const lead = write('lead.json', '{"from":"a file"}')
    const item = {
      name: 'Post',
      request: { method: 'POST', url: server.url, body: { mode: 'file', file: { src: lead } } },
    }
    const result = await runCli(['run', collection([item]), '--iterations', '20', '--concurrency', '4'])
    expect(result.code).toBe(0)
    expect(server.seen.map((request) => request.body.toString())).toEqual(Array(20).fill('{"from":"a file"}'))
  })

  it('gives up a request after --timeout', async () => {
    const server = await startTestServer(() => {})
    const result = await runCli(['run', collection([get('Silent', server.url)]), '--timeout', '1'])
    expect(result.code).toBe(1)
    expect(result.stdout).toContain('Nothing was answered: it took too long')
  })

  it('stops on a signal, writes the reports of what was done, and ends with 2', async () => {
    const folder = tempFolder()
    const out = join(folder, 'r.json')
    let asked = (): void => {}
    const second = new Promise<void>((resolve) => (asked = resolve))
    const server = await startTestServer((request, response) => {
      if (request.path === '/1') response.writeHead(204).end()
      else asked()
    })
    const file = collection([get('One', `${server.url}/1`), get('Two', `${server.url}/2`)])
    const child = startCli(['run', file, '--reporter', 'json', '--out', out])
    await second
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([2, null])
    expect(JSON.parse(readFileSync(out, 'utf8')).run).toMatchObject({ done: 1, total: 2, state: { state: 'stopped' } })
    expect(readdirSync(folder)).toEqual(['r.json'])
  })

  it('goes on, and says how it ended, when nobody reads what it prints', async () => {
    const server = await echoServer()
    const requests = Array.from({ length: 20 }, (_, at) => get(`R${at}`, `${server.url}/missing/${at}`))
    const child = startCli(['run', collection(requests)])
    child.stdout?.destroy()
    child.stderr?.destroy()
    expect(await once(child, 'close')).toEqual([1, null])
    expect(server.seen.length).toBe(20)
  })

  it('says that scripts are not run', async () => {
    const server = await echoServer()
    const event = [{ listen: 'test', script: { exec: ['pm.test("never", () => false)'] } }]
    const result = await runCli(['run', collection([{ ...get('A', server.url), event }])])
    expect(result.code).toBe(0)
    expect(result.stderr).toContain('Scripts in the collection are not run (1)')
  })

  it('ends with 2 for what cannot be run, and names it', async () => {
    const file = collection(tree)
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [[], 'collection file'],
      [[file, file], 'only one collection file'],
      [['/none.json'], '/none.json'],
      [[write('broken.json', '{')], 'import-not-valid'],
      [[write('other.json', { name: 'x', requests: [] })], 'import-version'],
      [[collection([])], 'no request'],
      [[file, '--folder', 'Second'], 'There are: First, First/Inner'],
      [[file, '--data', write('d.csv', 'a,b\n1,2,3')], 'Row 2 has 3 values'],
      [[file, '--data', '/none.csv'], '/none.csv'],
      [[file, '--environment', write('e.json', '[]')], 'import-not-known'],
      [[file, '--iterations', '0'], '--iterations'],
      [[file, '--variable', 'nonsense'], 'NAME=VALUE'],
      [[file, '--reporter', 'pdf'], '"pdf"'],
      [[file, '--out', 'x'], '--reporter'],
    ]
    for (const [args, named] of wrong) {
      const result = await runCli(['run', ...args])
      expect([result.code, result.stdout]).toEqual([2, ''])
      expect(result.stderr).toContain(named)
    }
  })

  it('ends with 2 when the report cannot be written', async () => {
    const server = await echoServer()
    const out = join(tempFolder(), 'none', 'r.json')
    const result = await runCli(['run', collection([get('A', server.url)]), '--reporter', 'json', '--out', out])
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('export-failed')
    expect(existsSync(out)).toBe(false)
  })
})
