import type { ConnectionSettings } from '@shared/connection/connection'
import type { RunDetail } from '@shared/run/run'
import { beforeAll, describe, expect, it } from 'vitest'
import { sendMail } from '../../../src/engine/flows/actions/smtp'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { mailAction, user } from '../../helpers/flow-actions'
import { endedRun } from '../../helpers/flow-runs'
import { closedPort, tcpServer } from '../../helpers/local-servers'
import { post, sampleLead } from '../../helpers/post'
import { mailPassword, mailUser, startMailServer } from '../../helpers/smtp-server'
import { makeAuthority, makeCertificate, type TestCertificate } from '../../helpers/test-certificates'

type Smtp = Extract<ConnectionSettings, { kind: 'smtp' }>

let authority: TestCertificate
let certificate: TestCertificate

beforeAll(async () => {
  authority = await makeAuthority()
  certificate = await makeCertificate(authority)
})

const settings = (port: number, changes: Partial<Smtp> = {}): Smtp => ({
  kind: 'smtp',
  host: 'localhost',
  port,
  security: 'starttls',
  user: mailUser,
  from: `Leads <${mailUser}>`,
  verifyTls: true,
  ...changes,
})

async function connect(smtp: Smtp, secret = mailPassword): Promise<{ engine: RunningEngine; connectionId: string }> {
  const engine = await startTestEngine({ trustedCertificates: [authority.cert] })
  const { id } = await engine.handlers['connection.create']({ name: 'Mail', settings: smtp, secret })
  return { engine, connectionId: id }
}

async function run(smtp: Smtp, secret?: string, changes: Parameters<typeof mailAction>[0] = {}): Promise<RunDetail> {
  const { engine, connectionId } = await connect(smtp, secret)
  await engine.handlers['flow-actions.save']({
    flowId: engine.flowId,
    actions: [mailAction({ connectionId, ...changes })],
  })
  await post(engine.url)
  return endedRun(engine)
}

const errorOf = ({ steps: [step] }: RunDetail) =>
  step?.state.state === 'Failed' ? step.state.error : (step?.state.state ?? null)

describe('a mail over a real server', () => {
  it('arrives whole over STARTTLS with sign-in', async () => {
    const server = await startMailServer(certificate)
    const { engine, connectionId } = await connect(settings(server.port))
    const action = mailAction({
      connectionId,
      to: `Sales Desk <sales@contoso.com>; ${user('Email')}`,
      cc: 'cc@contoso.com',
      bcc: 'bcc@contoso.com',
      subject: `Lead: ${user('Company')}`,
      body: `<p>Hej ${user('FirstName')}</p><p>Größe: 5 &lt; 6</p>`,
      importance: 'high',
    })
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [action] })
    const lead = JSON.parse(sampleLead)
    lead.UserDetails.FirstName = '<i>Åsa</i>'
    lead.UserDetails.Company = 'Contoso\r\nBcc: thief@evil.example'
    await post(engine.url, JSON.stringify(lead))
    const { summary, steps } = await endedRun(engine)
    expect(steps[0]?.state.state).toBe('Succeeded')
    expect(summary.state.state).toBe('Succeeded')

    const [received, more] = server.mails
    expect(more).toBeUndefined()
    expect(received).toMatchObject({ from: mailUser, user: mailUser, secure: true })
    expect(received?.to).toEqual(['sales@contoso.com', 'someone@contoso.com', 'cc@contoso.com', 'bcc@contoso.com'])
    expect(received?.mail.from).toEqual({ address: mailUser, name: 'Leads' })
    expect(received?.mail.to?.[0]).toMatchObject({ address: 'sales@contoso.com', name: 'Sales Desk' })
    expect(received?.mail.bcc).toBeUndefined()
    expect(received?.mail.subject).toBe('Lead: Contoso Bcc: thief@evil.example')
    expect(received?.mail.html?.trim()).toBe('<p>Hej &#60;i&#62;Åsa&#60;/i&#62;</p><p>Größe: 5 &lt; 6</p>')
    expect(received?.mail.text?.trim()).toBe('Hej <i>Åsa</i>\n\nGröße: 5 < 6')
    const headers = new Map(received?.mail.headers.map(({ key, value }) => [key, value]))
    expect(headers.get('importance')).toBe('high')
    expect(JSON.stringify(steps)).not.toContain(mailPassword)
  })

  it('is tried with a test mail, and the secret never comes out again', async () => {
    const server = await startMailServer(certificate)
    const { engine, connectionId } = await connect(settings(server.port))
    expect(await engine.handlers['connection.try']({ id: connectionId, to: 'me@contoso.com' })).toEqual({ ok: true })
    expect(server.mails[0]?.mail.subject).toBe('Lead Inspector: test mail')
    const [listed] = await engine.handlers['connection.list']({})
    expect(listed).toEqual({ id: connectionId, name: 'Mail', settings: settings(server.port), hasSecret: true })
    await engine.handlers['connection.change']({
      id: connectionId,
      name: 'Mail',
      settings: settings(server.port),
      secret: 'wrong',
    })
    expect(await engine.handlers['connection.try']({ id: connectionId, to: 'me@contoso.com' })).toMatchObject({
      ok: false,
      code: 'smtp-sign-in',
      params: { host: 'localhost', user: mailUser },
      answer: expect.stringContaining('5.7.8'),
    })
  })
})

describe('failures of a mail server', () => {
  it('explains a wrong password', async () => {
    const server = await startMailServer(certificate)
    expect(errorOf(await run(settings(server.port), 'wrong'))).toMatchObject({ code: 'smtp-sign-in' })
  })

  it('explains a missing password', async () => {
    const server = await startMailServer(certificate)
    expect(errorOf(await run(settings(server.port), ''))).toMatchObject({ code: 'secret-missing' })
  })

  it('explains a refused recipient: nothing is sent, or only to the others', async () => {
    const server = await startMailServer(certificate)
    const only = await run(settings(server.port), mailPassword, { to: 'nobody@contoso.com' })
    expect(errorOf(only)).toMatchObject({ code: 'recipient-refused', params: { addresses: 'nobody@contoso.com' } })
    expect(server.mails).toHaveLength(0)
    const some = await run(settings(server.port), mailPassword, { to: 'nobody@contoso.com; sales@contoso.com' })
    expect(errorOf(some)).toMatchObject({ code: 'recipient-refused-some', params: { addresses: 'nobody@contoso.com' } })
    expect(server.mails).toHaveLength(1)
  })

  it('explains a refused sender', async () => {
    const server = await startMailServer(certificate, {
      onMailFrom: (_address, _session, done) =>
        done(Object.assign(new Error('5.7.1 Not your address'), { responseCode: 550 })),
    })
    expect(errorOf(await run(settings(server.port)))).toMatchObject({
      code: 'sender-refused',
      params: { address: mailUser },
    })
  })

  it('explains certificates: not trusted, of another host', async () => {
    const stranger = await makeCertificate(await makeAuthority())
    const untrusted = await startMailServer(stranger)
    expect(errorOf(await run(settings(untrusted.port)))).toMatchObject({ code: 'tls-untrusted' })
    const other = await makeCertificate(authority, { names: [{ type: 2, value: 'mail.contoso.example' }] })
    const wrongHost = await startMailServer(other)
    expect(errorOf(await run(settings(wrongHost.port)))).toMatchObject({ code: 'tls-wrong-host' })
    const unchecked = await run(settings(untrusted.port, { verifyTls: false }))
    expect(unchecked.steps[0]?.state.state).toBe('Succeeded')
  })

  it('explains a server without STARTTLS, and sends no password in the open', async () => {
    const server = await startMailServer(certificate, { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
    expect(errorOf(await run(settings(server.port)))).toMatchObject({ code: 'smtp-starttls' })
    expect(server.mails).toHaveLength(0)
  })

  it('tries again while nobody answers, and says so', async () => {
    const port = await closedPort()
    const { engine, connectionId } = await connect(settings(port))
    expect(await engine.handlers['connection.try']({ id: connectionId, to: 'me@contoso.com' })).toMatchObject({
      ok: false,
      code: 'refused',
      params: { host: 'localhost', port },
    })
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [mailAction({ connectionId })] })
    await post(engine.url)
    const step = async () => (await engine.handlers['flow-run.get']({ id: 1 })).steps[0]
    await expect.poll(async () => (await step())?.state.state).toBe('Retrying')
    expect(await step()).toMatchObject({ attempts: 1, state: { error: { code: 'refused' } } })
    await engine.handlers['flow-run.cancel']({ id: 1 })
    const cancelled = await endedRun(engine)
    expect(cancelled.summary.state.state).toBe('Cancelled')
    expect(cancelled.steps[0]?.state.state).toBe('Cancelled')
  })

  it('asks to come back later: tried again', async () => {
    const server = await startMailServer(certificate, {
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done(Object.assign(new Error('4.3.2 Busy'), { responseCode: 451 })))
      },
    })
    const { engine, connectionId } = await connect(settings(server.port))
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [mailAction({ connectionId })] })
    await post(engine.url)
    const state = async () => (await engine.handlers['flow-run.get']({ id: 1 })).steps[0]?.state
    await expect.poll(async () => (await state())?.state).toBe('Retrying')
    expect(await state()).toMatchObject({ error: { code: 'smtp-busy' } })
  })

  it('never sends a mail twice that the server may have taken', async () => {
    // Takes the whole mail and hangs up without a word.
    const server = await tcpServer((socket) => {
      let data = false
      socket.write('220 ready\r\n')
      socket.on('data', (chunk) => {
        const text = chunk.toString()
        if (data) {
          if (text.includes('\r\n.\r\n')) socket.destroy()
        } else if (text.startsWith('DATA')) {
          data = true
          socket.write('354 go on\r\n')
        } else socket.write('250 OK\r\n')
      })
    })
    const unsafe = await run(settings(server.port, { security: 'none', user: '', host: '127.0.0.1' }))
    expect(errorOf(unsafe)).toMatchObject({ code: 'mail-unknown' })
    expect(unsafe.steps[0]?.attempts).toBe(1)
  })

  it('that never comes to an end has a limit', async () => {
    const server = await tcpServer((socket) => {
      socket.write('220 ready\r\n')
      // A line of its greeting for each time that somebody looks, and never the last one.
      const timer = setInterval(() => socket.write('250-more\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    })
    const mail = { to: [{ name: '', address: 'a@contoso.com' }], cc: [], bcc: [], subject: '', html: '', text: '' }
    const outcome = await sendMail(
      {
        settings: settings(server.port, { security: 'none', host: '127.0.0.1', user: '' }),
        password: '',
        trustedCertificates: [],
        signal: new AbortController().signal,
        limitMs: 200,
      },
      { name: '', address: 'b@contoso.com' },
      { ...mail, importance: 'normal' },
    )
    expect(outcome).toMatchObject({ ok: false, dataBegan: false, limit: { on: 'session', ms: 200 } })
  })

  it('is not called any more where the run was cancelled while the mail was put together', async () => {
    let connections = 0
    const server = await tcpServer(() => {
      connections += 1
    })
    const abort = new AbortController()
    const sent = sendMail(
      {
        settings: settings(server.port, { security: 'none', host: '127.0.0.1', user: '' }),
        password: '',
        trustedCertificates: [],
        signal: abort.signal,
        limitMs: 2000,
      },
      { name: '', address: 'b@contoso.com' },
      {
        to: [{ name: '', address: 'a@contoso.com' }],
        cc: [],
        bcc: [],
        subject: '',
        html: '',
        text: '',
        importance: 'normal',
      },
    )
    abort.abort()
    expect(await sent).toMatchObject({ ok: false, dataBegan: false, error: { message: 'stopped' } })
    expect(connections).toBe(0)
  })

  it('explains a port where something else listens', async () => {
    const server = await tcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const strange = await run(settings(server.port, { security: 'none', host: '127.0.0.1' }))
    expect(errorOf(strange)).toMatchObject({ code: 'smtp-protocol' })
  })
})
