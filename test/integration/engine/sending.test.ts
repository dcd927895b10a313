import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newRequest, type RequestTemplate } from '@shared/request/request-template'
import { defaultSettings } from '@shared/settings'
import { expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { httpServer, tcpServer } from '../../helpers/local-servers'

let sends = 0

function send(engine: RunningEngine, request: Partial<RequestTemplate>) {
  sends += 1
  return engine.handlers['request.send']({
    sendId: `send-${sends}`,
    request: { ...newRequest, ...request },
    nodeId: null,
    environmentId: null,
    name: 'Lead',
    checks: [],
    allowUnresolved: false,
  })
}

it('the https URL of the own receiver is trusted, also when HTTPS was switched on later', async () => {
  const engine = await startTestEngine()
  await engine.changeSettings({ ...defaultSettings.engine, port: 0, httpsEnabled: true, httpsPort: 0 })
  const receiver = engine.receiver()
  if (receiver.state !== 'listening' || receiver.httpsPort === null) throw new Error(JSON.stringify(receiver))
  const flow = new URL(engine.flowUrl() ?? '')
  const url = `https://localhost:${receiver.httpsPort}${flow.pathname}${flow.search}`
  const entry = await send(engine, { url, body: { type: 'raw', language: 'json', text: '{}' } })
  expect(entry.outcome).toMatchObject({ kind: 'answered', answer: { status: 202, certificate: { problem: null } } })
})

it('a link can be chosen, and is refused once it leads elsewhere; a folder cannot be chosen', async () => {
  const server = await httpServer((_request, response) => response.end())
  const engine = await startTestEngine()
  const [link, first, second, folder] = ['link', 'first', 'second', 'folder'].map((name) => join(engine.folder, name))
  if (!link || !first || !second || !folder) throw new Error('no paths')
  writeFileSync(first, 'first')
  writeFileSync(second, 'second')
  symlinkSync(first, link)
  engine.grantFile('token', link)
  const { path } = await engine.handlers['file.approve']({ fileToken: 'token' })
  expect(path).toBe(link)
  const request = { url: server.url, body: { type: 'file', file: { path } } } as const
  await send(engine, request)
  expect(server.seen[0]?.body.toString()).toBe('first')
  rmSync(link)
  symlinkSync(second, link)
  await expect(send(engine, request)).rejects.toMatchObject({ code: 'file-not-chosen', params: { path: link } })
  expect(server.seen.length).toBe(1)
  // What was chosen behind the link is a file of its own.
  await send(engine, { ...request, body: { type: 'file', file: { path: realpathSync(first) } } })

  mkdirSync(folder)
  engine.grantFile('folder', folder)
  await expect(engine.handlers['file.approve']({ fileToken: 'folder' })).rejects.toMatchObject({
    code: 'file-unreadable',
  })
})

it('what is under way when the engine is closed is given up and not kept', async () => {
  let heard = (): void => {}
  const reached = new Promise<void>((resolve) => {
    heard = resolve
  })
  const silent = await tcpServer((socket) => void socket.once('data', heard))
  const first = await startTestEngine()
  const sending = send(first, { url: silent.url })
  const ended = expect(sending).rejects.toMatchObject({ code: 'cancelled' })
  await reached
  await first.close()
  await ended
  const second = await startTestEngine({ folder: first.folder })
  const page = { query: { text: '', state: 'all' }, before: null, limit: 10 } as const
  expect(await second.handlers['history.page'](page)).toEqual([])
})
