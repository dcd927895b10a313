import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { InheritedContext, Variable } from '@shared/collection/node-content'
import type { EngineEvent } from '@shared/contract/engine-events'
import { newRequest, type RequestTemplate } from '@shared/request/request-template'
import { describe, expect, it } from 'vitest'
import { type ComposerParts, createComposerHandlers } from '../../../src/engine/history/composer-handlers'
import { openTestHistory } from '../../helpers/history'
import { closedPort, httpServer, tcpServer } from '../../helpers/local-servers'
import { testSender } from '../../helpers/prepared'
import { tempFolder } from '../../helpers/temp-folder'

function variable(name: string, value: string, secret = false): Variable {
  return { name, value, secret, enabled: true, description: '' }
}

function composer(changes: Partial<ComposerParts> = {}) {
  const events: EngineEvent[] = []
  const history = openTestHistory()
  const handlers = createComposerHandlers({
    history,
    sender: testSender(),
    context: () => {
      throw new AppError('node-not-found')
    },
    environment: () => {
      throw new AppError('node-not-found')
    },
    loadDynamic: async () => (name) => (name === '$guid' ? 'made' : null),
    grants: { take: (token) => token },
    publish: (event) => events.push(event),
    ...changes,
  })
  let sends = 0
  return {
    handlers,
    history,
    events,
    send: (
      request: Partial<RequestTemplate>,
      options: Partial<Parameters<(typeof handlers)['request.send']>[0]> = {},
    ) => {
      sends += 1
      return handlers['request.send']({
        sendId: `send-${sends}`,
        request: { ...newRequest, ...request },
        nodeId: null,
        environmentId: null,
        name: 'Lead',
        checks: [],
        allowUnresolved: false,
        ...options,
      })
    },
  }
}

const raw = (text: string): RequestTemplate['body'] => ({ type: 'raw', language: 'json', text })

describe('request.send', () => {
  it('sends, checks, keeps and tells', async () => {
    const server = await httpServer((_request, response) => {
      response.statusCode = 202
      response.end('{"ok":true}')
    })
    const { send, handlers, events } = composer()
    const url = `${server.url}/workflows/x?sig=secret`
    const checks = [
      { type: 'status', enabled: true, expected: '202' },
      { type: 'json-equals', enabled: true, path: 'ok', expected: 'false' },
    ] as const
    const entry = await send({ url, body: raw('{}') }, { checks: [...checks], nodeId: 'node' })
    expect(entry).toMatchObject({
      id: 1,
      name: 'Lead',
      nodeId: 'node',
      sent: { url },
      outcome: { answer: { status: 202 } },
    })
    expect(entry.checkResults.map((result) => result.passed)).toEqual([true, false])
    expect(await handlers['history.get']({ id: 1 })).toEqual(entry)
    const added = events.find((event) => event.type === 'history-added')
    expect(added).toMatchObject({ entry: { id: 1, status: 202, checksFailed: 1, answerSize: 11 } })
    expect(JSON.stringify(added)).not.toContain('secret')
    expect(events.findIndex((event) => event.type === 'send-progress')).toBe(0)
    expect(events[0]).toMatchObject({ sendId: 'send-1', sent: 2, sentTotal: 2 })
  })

  it('fills variables: folder over collection, environment over both, dynamic ones loaded when used', async () => {
    const server = await httpServer((_request, response) => response.end())
    const context: InheritedContext = {
      auth: { type: 'bearer', token: '{{token}}' },
      authFrom: 'Collection',
      scopes: [
        {
          from: 'Collection',
          variables: [variable('a', 'collection'), variable('b', 'collection'), variable('token', 'hidden', true)],
        },
        { from: 'Folder', variables: [variable('a', 'folder'), variable('c', 'folder')] },
      ],
    }
    const environment = {
      id: 'e',
      name: 'Test',
      variables: [variable('c', 'environment'), variable('key', 'api-secret', true)],
      problem: null,
    }
    const parts = { context: () => context, environment: () => environment }
    const { send, history } = composer(parts)
    const entry = await send(
      { url: `${server.url}/?key={{key}}`, body: raw('{{a}} {{b}} {{c}} {{$guid}}') },
      { nodeId: 'n', environmentId: 'e', checks: [{ type: 'status', enabled: true, expected: '{{a}}' }] },
    )
    expect(server.seen[0]?.body.toString()).toBe('folder collection environment made')
    expect(server.seen[0]?.headers).toContainEqual(['Authorization', 'Bearer hidden'])
    expect(entry).toMatchObject({
      environmentName: 'Test',
      template: { body: { text: '{{a}} {{b}} {{c}} {{$guid}}' } },
    })
    expect(entry.checkResults[0]?.check).toMatchObject({ expected: 'folder' })
    expect(entry.checks[0]).toMatchObject({ expected: '{{a}}' })
    const [summary] = history.page({ text: '', state: 'all' }, null, 1)
    expect(summary?.url).not.toContain('api-secret')
    expect(history.page({ text: 'api-secret', state: 'all' }, null, 1)).toEqual([])
  })

  it('gives the answer although it cannot be kept', async () => {
    const server = await httpServer((_request, response) => response.end('answered'))
    const full = new AppError('disk-full')
    const { send, events } = composer({
      history: {
        ...openTestHistory(),
        insert: () => {
          throw full
        },
      },
    })
    const entry = await send({ url: server.url })
    expect(entry).toMatchObject({
      id: 0,
      notKept: { code: 'disk-full' },
      outcome: { kind: 'answered', answer: { bodyText: 'answered' } },
    })
    expect(events.some((event) => event.type === 'history-added')).toBe(false)
  })

  it('refuses a second send of one name, and the first can still be cancelled', async () => {
    let heard = (): void => {}
    const reached = new Promise<void>((resolve) => {
      heard = resolve
    })
    const silent = await tcpServer((socket) => void socket.once('data', heard))
    const { send, handlers } = composer()
    const first = send({ url: silent.url }, { sendId: 'one' })
    await reached
    await expect(send({ url: silent.url }, { sendId: 'one' })).rejects.toMatchObject({ code: 'bad-input' })
    handlers['request.cancel']({ sendId: 'one' })
    await expect(first).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('shows no secret in the list and cannot be searched for one, wherever it stands', async () => {
    const server = await httpServer((_request, response) => response.end())
    const { send, handlers } = composer({
      environment: () => ({
        id: 'e',
        name: 'Test',
        variables: [variable('key', 'se&cr et', true)],
        problem: null,
      }),
    })
    const row = { name: 'k', value: '{{key}}', enabled: true, description: '' }
    await send({ url: `${server.url}/a`, params: [row] }, { environmentId: 'e', name: `POST ${server.url}?sig=hidden` })
    expect(server.seen[0]?.target).toBe('/a?k=se%26cr%20et')
    const page = await handlers['history.page']({ query: { text: '', state: 'all' }, before: null, limit: 10 })
    expect(page[0]?.url).toBe(`${server.url}/a?k=••••••••`)
    expect(page[0]?.name).toBe(`POST ${server.url}?sig=••••••••`)
    for (const text of ['cr', 'hidden']) {
      const found = await handlers['history.page']({ query: { text, state: 'all' }, before: null, limit: 10 })
      expect(found).toEqual([])
    }
  })

  it('says which variables have no value, and sends them as they are when asked to', async () => {
    const server = await httpServer((_request, response) => response.end())
    const { send, history } = composer()
    const request = { url: server.url, body: raw('{{a}}{{$guid}}') }
    await expect(send(request)).rejects.toEqual(new AppError('variable-unresolved', { names: 'a' }))
    expect(history.page({ text: '', state: 'all' }, null, 1)).toEqual([])
    await send(request, { allowUnresolved: true, nodeId: 'gone', environmentId: 'gone' })
    expect(server.seen[0]?.body.toString()).toBe('{{a}}made')
  })

  it('keeps failures of the network, not what the user cancelled', async () => {
    const { send, handlers, history, events } = composer()
    const entry = await send(
      { url: `http://127.0.0.1:${await closedPort()}/` },
      { checks: [{ type: 'status', enabled: true, expected: '2xx' }] },
    )
    expect(entry).toMatchObject({
      outcome: { kind: 'failed', failure: { kind: 'refused' } },
      checkResults: [{ passed: false }],
    })
    const silent = await tcpServer(
      (socket) => void socket.once('data', () => handlers['request.cancel']({ sendId: 'mine' })),
    )
    await expect(send({ url: silent.url }, { sendId: 'mine' })).rejects.toEqual(new AppError('cancelled'))
    expect(history.page({ text: '', state: 'all' }, null, 10)).toHaveLength(1)
    expect(events.filter((event) => event.type === 'history-added')).toHaveLength(1)
    // After its end a send cannot be cancelled; nor can one that never was.
    expect(handlers['request.cancel']({ sendId: 'mine' })).toBeNull()
  })

  it('checks JSON beyond the preview', async () => {
    const body = JSON.stringify({ fill: 'x'.repeat(2_000_000), last: { id: 7 } })
    const server = await httpServer((_request, response) => response.end(body))
    const { send } = composer()
    const entry = await send(
      { url: server.url },
      { checks: [{ type: 'json-equals', enabled: true, path: 'last.id', expected: '7' }] },
    )
    expect(entry.checkResults).toMatchObject([{ passed: true }])
    expect(entry.outcome).toMatchObject({ answer: { bodyTruncated: true } })
  })
})

describe('the history', () => {
  it('gives bodies in pieces and as a file, and takes back what was deleted', async () => {
    const body = Buffer.alloc(3_000_000, 'abc')
    const server = await httpServer((_request, response) => response.end(body))
    const { send, handlers, events } = composer()
    const { id } = await send({ url: server.url })
    const piece = await handlers['history.body']({ id, offset: 2_999_998, length: 1000 })
    expect(Buffer.from(piece).toString()).toBe('bc')
    const path = join(tempFolder(), 'body.bin')
    await handlers['history.save-body']({ id, fileToken: path })
    expect(Buffer.compare(readFileSync(path), body)).toBe(0)
    await expect(handlers['history.save-body']({ id, fileToken: join(tempFolder(), 'no', 'x') })).rejects.toMatchObject(
      {
        code: 'export-failed',
      },
    )
    const { undoToken, count } = await handlers['history.delete']({ all: true })
    expect(count).toBe(1)
    expect(await handlers['history.page']({ query: { text: '', state: 'all' }, before: null, limit: 5 })).toEqual([])
    expect(await handlers['history.restore']({ undoToken })).toEqual({ count: 1 })
    expect(await handlers['history.restore']({ undoToken })).toEqual({ count: 0 })
    expect(events.filter((event) => event.type === 'history-reset')).toHaveLength(2)
  })
})

describe('request.code', () => {
  const scopes = [
    {
      from: 'C',
      variables: [
        variable('password', 'hunter2', true),
        variable('flow', 'https://flow.example/x?sig=topsecret', true),
      ],
    },
  ]
  const context = (): InheritedContext => ({
    auth: { type: 'api-key', name: 'X-Key', value: 'key-secret', placedIn: 'header' },
    authFrom: 'C',
    scopes,
  })

  it('hides every secret unless asked for', async () => {
    const { handlers } = composer({ context })
    const code = (withSecrets: boolean) =>
      handlers['request.code']({
        request: { ...newRequest, url: '{{flow}}', body: raw('{"p":"{{password}}","n":"{{none}}"}') },
        nodeId: 'n',
        environmentId: null,
        language: 'curl',
        withSecrets,
      })
    const hidden = await code(false)
    for (const secret of ['hunter2', 'topsecret', 'key-secret']) expect(hidden).not.toContain(secret)
    expect(hidden).toContain('{{password}}')
    expect(hidden).toContain('https://flow.example/x?sig=')
    const shown = await code(true)
    for (const secret of ['hunter2', 'topsecret', 'key-secret', '{{none}}']) expect(shown).toContain(secret)
  })
})
