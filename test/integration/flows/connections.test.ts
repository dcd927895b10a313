import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/app-error'
import type { ConnectionSettings } from '@shared/connection/connection'
import { describe, expect, it } from 'vitest'
import { createConnectionStore } from '../../../src/engine/connections/connection-store'
import { createSecretBox } from '../../../src/engine/secrets/secret-box'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { httpAction, mailAction, recordAction } from '../../helpers/flow-actions'
import { endedRun } from '../../helpers/flow-runs'
import { httpServer, tcpServer } from '../../helpers/local-servers'
import { openTestStorage } from '../../helpers/open-test-storage'
import { post } from '../../helpers/post'
import { tempFolder } from '../../helpers/temp-folder'

const hubspot = (url = 'https://crm.contoso.example'): ConnectionSettings => ({ kind: 'hubspot', url })
const isKnown = async ({ handlers }: RunningEngine) =>
  (await handlers['connection.list']({})).map(({ hasSecret }) => hasSecret)

describe('the secret of a connection', () => {
  it('lasts with a keyring, is hidden while it is gone, and is back with it', async () => {
    const folder = tempFolder()
    const secretKey = randomBytes(32)
    const first = await startTestEngine({ folder, secretKey })
    await first.handlers['connection.create']({ name: 'CRM', settings: hubspot(), secret: 'pat-123' })
    await first.close()
    expect(readFileSync(join(folder, 'lead-inspector.db')).includes('pat-123')).toBe(false)

    const without = await startTestEngine({ folder })
    expect(await isKnown(without)).toEqual([false])
    without.adoptSecretKey(secretKey)
    // The window hears of it.
    const { connections } = await without.event('connections-changed')
    expect(connections.map(({ hasSecret }) => hasSecret)).toEqual([true])
    await without.close()

    const other = await startTestEngine({ folder, secretKey: randomBytes(32) })
    expect(await isKnown(other)).toEqual([false])
    await other.close()
    expect(await isKnown(await startTestEngine({ folder, secretKey }))).toEqual([true])
  })

  it('of a session without a keyring is gone with it, and is kept once there is one', async () => {
    const folder = tempFolder()
    const settings = hubspot()
    const session = await startTestEngine({ folder })
    const { id } = await session.handlers['connection.create']({ name: 'CRM', settings, secret: 'pat-123' })
    expect(await isKnown(session)).toEqual([true])
    await session.close()
    const again = await startTestEngine({ folder })
    expect(await isKnown(again)).toEqual([false])
    await again.handlers['connection.change']({ id, name: 'CRM', settings, secret: 'pat-456' })
    const secretKey = randomBytes(32)
    again.adoptSecretKey(secretKey)
    expect(await isKnown(again)).toEqual([true])
    await again.close()
    expect(await isKnown(await startTestEngine({ folder, secretKey }))).toEqual([true])
  })

  it.each(['cleared', 'deleted'])('is %s on disk too where its key is not at hand', async (how) => {
    const folder = tempFolder()
    const box = createSecretBox(randomBytes(32))
    const storage = openTestStorage(folder)
    const store = (withBox: typeof box) =>
      createConnectionStore(storage.connections, storage.secrets, storage.inTransaction, withBox)
    const { id } = store(box).write(null, 'CRM', hubspot(), 'pat-123')
    const keyless = store(createSecretBox(null))
    if (how === 'deleted') keyless.remove(id)
    else keyless.write(id, 'CRM', hubspot(), '')
    expect(storage.secrets.names()).toEqual([])
  })

  it('and its settings are written together: a new host never meets the old secret', () => {
    const storage = openTestStorage()
    const box = createSecretBox(randomBytes(32))
    const full = () => {
      throw new AppError('disk-full')
    }
    const good = createConnectionStore(storage.connections, storage.secrets, storage.inTransaction, box)
    const { id } = good.write(null, 'CRM', hubspot(), 'old')
    const secrets = { ...storage.secrets, write: full, writeWithin: full }
    const failing = createConnectionStore(storage.connections, secrets, storage.inTransaction, box)
    expect(() => failing.write(id, 'CRM', hubspot('https://other.example'), 'new')).toThrow('disk-full')
    expect(good.open(id)).toMatchObject({ settings: hubspot(), secret: 'old' })
  })
})

describe('what other systems say back', () => {
  it('of a token is not kept: a CRM that repeats the request', async () => {
    const server = await httpServer((request, response) =>
      response.writeHead(400).end(JSON.stringify({ error: { code: 'x', message: request.headers.authorization } })),
    )
    const engine = await startTestEngine()
    const settings = hubspot(`${server.url}/contacts`)
    const { id } = await engine.handlers['connection.create']({ name: 'CRM', settings, secret: 'pat-123' })
    const actions = [recordAction({ system: 'hubspot', connectionId: id })]
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
    await post(engine.url)
    const run = await endedRun(engine)
    expect(run.steps[0]?.state).toMatchObject({ error: { code: 'record-refused', answer: 'Bearer ••••••••' } })
    expect(JSON.stringify(run)).not.toContain('pat-123')
  })

  it('of an HTTP step’s headers and address is not kept either', async () => {
    const server = await httpServer((request, response) =>
      response
        .writeHead(302, { Location: `https://contoso.com/?code=${String(request.headers['x-functions-key'])}` })
        .end(String(request.headers.authorization)),
    )
    const engine = await startTestEngine()
    const headers = [
      { name: 'X-Functions-Key', value: 'k3y-of-function' },
      { name: 'Authorization', value: 'Basic dXNlcjpwYXNz' },
    ]
    const actions = [httpAction(`${server.url}/?code=c0de-of-url`, { headers })]
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
    await post(engine.url)
    const run = await endedRun(engine)
    expect(server.seen[0]?.target).toBe('/?code=c0de-of-url')
    expect(server.seen[0]?.headers).toContainEqual(['X-Functions-Key', 'k3y-of-function'])
    expect(run.steps[0]?.state).toMatchObject({ error: { code: 'http-redirect' } })
    expect(JSON.stringify(run)).not.toMatch(/k3y-of-function|dXNlcjpwYXNz|c0de-of-url/)
  })

  it('of a password is not kept: a mail server that repeats the line it does not know', async () => {
    const server = await tcpServer((socket) => {
      socket.write('220 ready\r\n')
      socket.on('data', (chunk) => {
        const line = chunk.toString().trim()
        if (line.startsWith('EHLO')) socket.write('250-hello\r\n250 AUTH PLAIN\r\n')
        else socket.write(`502 5.5.2 not known: ${line}\r\n`)
      })
    })
    const engine = await startTestEngine()
    const settings: ConnectionSettings = {
      kind: 'smtp',
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      user: 'leads@contoso.com',
      from: '',
      verifyTls: true,
    }
    const { id } = await engine.handlers['connection.create']({ name: 'Mail', settings, secret: 'right horse' })
    const tried = await engine.handlers['connection.try']({ id, to: 'me@contoso.com' })
    expect(tried).toMatchObject({ ok: false, answer: expect.stringContaining('••••••••') })
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [mailAction({ connectionId: id })] })
    await post(engine.url)
    const run = await endedRun(engine)
    expect(run.steps[0]?.state).toMatchObject({ state: 'Failed', error: { answer: expect.stringContaining('502') } })
    const password = Buffer.from('\0leads@contoso.com\0right horse').toString('base64')
    expect(JSON.stringify([tried, run])).not.toContain(password)
  })
})
