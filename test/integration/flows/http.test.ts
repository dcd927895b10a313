import type { RunDetail } from '@shared/run/run'
import { describe, expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { httpAction, user } from '../../helpers/flow-actions'
import { endedRun } from '../../helpers/flow-runs'
import { closedPort, httpServer } from '../../helpers/local-servers'
import { post, sampleLead } from '../../helpers/post'
import { makeAuthority, makeCertificate } from '../../helpers/test-certificates'

async function start(
  url: string,
  changes: Parameters<typeof httpAction>[1] = {},
  trustedCertificates: readonly string[] = [],
): Promise<RunningEngine> {
  const engine = await startTestEngine({ trustedCertificates })
  await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [httpAction(url, changes)] })
  return engine
}

const lead = (changes: Record<string, string>): string => {
  const { UserDetails, ...rest } = JSON.parse(sampleLead)
  return JSON.stringify({ ...rest, UserDetails: { ...UserDetails, ...changes } })
}

async function stateOf(
  url: string,
  changes: Parameters<typeof httpAction>[1] = {},
): Promise<RunDetail['steps'][number]['state']> {
  const engine = await start(url, changes)
  await post(engine.url)
  const [step] = (await endedRun(engine)).steps
  if (step === undefined) throw new Error('The run has no step.')
  return step.state
}

describe('an HTTP step', () => {
  it('forwards over TLS: values encoded in the path, JSON kept JSON, secrets masked', async () => {
    const authority = await makeAuthority()
    const server = await httpServer(
      (_request, response) => response.writeHead(201).end('made'),
      await makeCertificate(authority),
    )
    const engine = await start(
      `${server.url}/leads/${user('Company')}?mail=${user('Email')}`,
      {
        headers: [
          { name: 'Content-Type', value: 'application/json' },
          { name: 'Authorization', value: 'Bearer very-secret' },
          { name: 'X-Name', value: user('FirstName') },
        ],
        body: `{"name":"${user('FirstName')}","all":@{triggerBody()},"none":${user('Missing')}}`,
      },
      [authority.cert],
    )
    await post(engine.url, lead({ Company: 'A/B & "C"?', FirstName: 'An"n\r\nX-Evil: 1' }))
    const run = await endedRun(engine)
    expect(run.steps[0]?.state.state).toBe('Succeeded')
    expect(run.steps[0]?.outputs).toContainEqual({ name: 'body', value: 'made' })
    const [seen] = server.seen
    expect(seen?.target).toBe('/leads/A%2FB%20%26%20%22C%22%3F?mail=someone%40contoso.com')
    expect(seen?.headers).toContainEqual(['X-Name', 'An"n X-Evil: 1'])
    expect(seen?.headers.map(([name]) => name)).not.toContain('X-Evil')
    expect(JSON.parse(seen?.body.toString() ?? '')).toMatchObject({
      name: 'An"n\r\nX-Evil: 1',
      all: { ActionCode: 'INS' },
      none: null,
    })
    expect(JSON.stringify(run)).not.toContain('very-secret')
  })

  it('never lets a lead choose the host, nor leave the path', async () => {
    const engine = await startTestEngine()
    for (const url of [
      `https://${user('Company')}/x`,
      `https://contoso.com${user('Company')}`,
      `https://contoso.com:80${user('Phone')}/`,
      `@{triggerBody()}`,
    ]) {
      const save = async () =>
        engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [httpAction(url)] })
      await expect(save()).rejects.toThrow('action-not-valid')
    }
    const server = await httpServer((_request, response) => response.end())
    const other = await start(`${server.url}/leads/${user('Company')}/new`)
    await post(other.url, lead({ Company: '..' }))
    expect((await endedRun(other)).steps[0]?.state).toMatchObject({
      state: 'Failed',
      error: { code: 'url-path-changed' },
    })
    expect(server.seen).toHaveLength(0)
  })

  it('refuses addresses of this computer, written out or by name, unless allowed', async () => {
    const server = await httpServer((_request, response) => response.end())
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '[::ffff:127.0.0.1]']) {
      expect(await stateOf(`http://${host}:${server.port}/`, { allowPrivate: false })).toMatchObject({
        state: 'Failed',
        error: { code: 'private-address' },
      })
    }
    expect(server.seen).toHaveLength(0)
  })

  it('encodes half a surrogate pair, which JSON may bring, as the sign that stands for it', async () => {
    const server = await httpServer((_request, response) => response.end())
    const engine = await start(`${server.url}/${user('Company')}`)
    await post(engine.url, lead({ Company: 'HALF' }).replace('HALF', 'a\\ud800b'))
    expect((await endedRun(engine)).steps[0]?.state.state).toBe('Succeeded')
    expect(server.seen[0]?.target).toBe('/a%EF%BF%BDb')
  })

  it.each([
    [400, 'http-not-valid'],
    [401, 'http-unauthorized'],
    [403, 'http-forbidden'],
    [404, 'http-not-found'],
    [409, 'http-refused'],
    [302, 'http-redirect'],
  ])('explains %i with the answer’s own words, and does not try again', async (status, code) => {
    const server = await httpServer((_request, response) =>
      response.writeHead(status, { Location: '/elsewhere' }).end('no thanks'),
    )
    expect(await stateOf(server.url)).toMatchObject({
      state: 'Failed',
      error: { code, params: { status }, answer: 'no thanks' },
    })
    expect(server.seen).toHaveLength(1)
  })

  it.each([
    [408, {}, 7],
    [429, { 'Retry-After': '30' }, 30],
    [503, {}, 7],
  ])('tries again after %i, later where it is asked to', async (status, headers, seconds) => {
    const server = await httpServer((_request, response) => response.writeHead(status, headers).end())
    const engine = await start(server.url)
    await post(engine.url)
    const step = async () => (await engine.handlers['flow-run.get']({ id: 1 })).steps[0]
    await expect.poll(async () => (await step())?.state.state).toBe('Retrying')
    const state = (await step())?.state
    const wait = state?.state === 'Retrying' ? state.nextAt - Date.now() : 0
    expect(wait).toBeGreaterThan((seconds - 5) * 1000)
    expect(wait).toBeLessThanOrEqual(seconds * 1000)
  })

  it('does not send again what may have arrived: a time-out, a broken connection', async () => {
    const silent = await httpServer(() => {})
    expect(await stateOf(silent.url, { timeoutSeconds: 1 })).toMatchObject({
      state: 'TimedOut',
      error: { code: 'timed-out', params: { seconds: 1 } },
    })
    const broken = await httpServer((request) => request.socket.destroy())
    expect(await stateOf(broken.url)).toMatchObject({ state: 'Failed', error: { code: 'reset' } })
    expect([silent.seen.length, broken.seen.length]).toEqual([1, 1])
  })

  it('explains certificates', async () => {
    const authority = await makeAuthority()
    const answer = (_request: unknown, response: { end: () => void }): void => response.end()
    const untrusted = await httpServer(answer, await makeCertificate(authority))
    expect(await stateOf(untrusted.url)).toMatchObject({ error: { code: 'tls-untrusted' } })
    const expired = await httpServer(answer, await makeCertificate(authority, { expired: true }))
    const engine = await start(expired.url, {}, [authority.cert])
    await post(engine.url)
    expect((await endedRun(engine)).steps[0]?.state).toMatchObject({ error: { code: 'tls-expired' } })
  })

  it('tries again where nobody listens or the name is unknown', async () => {
    const port = await closedPort()
    for (const [url, code] of [
      [`http://127.0.0.1:${port}/`, 'refused'],
      ['http://no-such-host.invalid/', 'dns-failed'],
    ] as const) {
      const engine = await start(url)
      await post(engine.url)
      const state = async () => (await engine.handlers['flow-run.get']({ id: 1 })).steps[0]?.state
      await expect.poll(async () => (await state())?.state, { timeout: 15_000 }).toBe('Retrying')
      expect(await state()).toMatchObject({ error: { code } })
    }
  })
})
