import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { RunDetail } from '@shared/run/run'
import { expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { httpAction, mailAction } from '../../helpers/flow-actions'
import { stepStates } from '../../helpers/flow-runs'
import { httpServer } from '../../helpers/local-servers'
import { post } from '../../helpers/post'
import { mailPassword, mailUser, startMailServer } from '../../helpers/smtp-server'
import { tempFolder } from '../../helpers/temp-folder'
import { makeAuthority, makeCertificate } from '../../helpers/test-certificates'

/** The only run, once it has ended: it may have done so before the restart. */
async function wholeRun({ handlers }: RunningEngine): Promise<RunDetail> {
  const read = async () => handlers['flow-run.get']({ id: 1 })
  await expect.poll(async () => (await read()).summary.state.state).not.toBe('Running')
  return read()
}

it('lets the HTTP step that is under way end; the next one is sent by the next start, each once', async () => {
  const folder = tempFolder()
  const waiting: ServerResponse[] = []
  const server = await httpServer((request, response) => {
    if (request.url === '/first') waiting.push(response)
    else response.end()
  })
  const engine = await startTestEngine({ folder })
  const actions = [
    httpAction(`${server.url}/first`),
    httpAction(`${server.url}/second`, { id: 'second', name: 'Second' }),
  ]
  await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
  await post(engine.url)
  await expect.poll(() => waiting.length).toBe(1)
  const closed = engine.close()
  waiting[0]?.end('done')
  await closed

  const again = await startTestEngine({ folder })
  const run = await wholeRun(again)
  expect(stepStates(run)).toEqual({ HTTP: 'Succeeded', Second: 'Succeeded' })
  expect(run.steps.map(({ attempts }) => attempts)).toEqual([1, 1])
  expect(server.seen.map(({ target }) => target)).toEqual(['/first', '/second'])
})

it('lets the mail that is under way go out, once', async () => {
  const folder = tempFolder()
  const secretKey = randomBytes(32)
  const authority = await makeAuthority()
  let finish: () => void = () => {}
  let began = false
  const server = await startMailServer(await makeCertificate(authority), {
    onMailFrom: (_address, _session, done) => {
      began = true
      finish = done
    },
  })
  const options = { folder, secretKey, trustedCertificates: [authority.cert] }
  const engine = await startTestEngine(options)
  const { id } = await engine.handlers['connection.create']({
    name: 'Mail',
    settings: {
      kind: 'smtp',
      host: 'localhost',
      port: server.port,
      security: 'starttls',
      user: mailUser,
      from: '',
      verifyTls: true,
    },
    secret: mailPassword,
  })
  await engine.handlers['flow-actions.save']({
    flowId: engine.flowId,
    actions: [mailAction({ connectionId: id }), mailAction({ id: 'after', name: 'After' })],
  })
  await post(engine.url)
  await expect.poll(() => began).toBe(true)
  const closed = engine.close()
  finish()
  await closed
  expect(server.mails).toHaveLength(1)

  const again = await startTestEngine(options)
  const run = await wholeRun(again)
  expect(stepStates(run)).toEqual({ 'Send an email': 'Succeeded', After: 'Succeeded' })
  expect(server.mails).toHaveLength(1)
})

it('says of a step that does not end in time that it was interrupted, and does not send it again', async () => {
  const folder = tempFolder()
  const server = await httpServer(() => {})
  const engine = await startTestEngine({ folder })
  const actions = [httpAction(server.url), mailAction({ runAfter: ['Failed'] })]
  await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
  await post(engine.url)
  await expect.poll(() => server.seen.length).toBe(1)
  await engine.close()

  const again = await startTestEngine({ folder })
  const run = await wholeRun(again)
  expect(run.steps[0]?.state).toMatchObject({ state: 'Failed', error: { code: 'interrupted' } })
  expect(stepStates(run)).toEqual({ HTTP: 'Failed', 'Send an email': 'Succeeded' })
  expect(server.seen).toHaveLength(1)
})
