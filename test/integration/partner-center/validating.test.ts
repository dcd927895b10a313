import { buildFlowUrl } from '@shared/flow/flow-url'
import { describe, expect, it } from 'vitest'
import { startTestEngine } from '../../helpers/engine'
import { responseAction } from '../../helpers/flow-actions'
import { closedPort, httpServer, tcpServer } from '../../helpers/local-servers'
import { connectedOffer, detailOf, startPartnerCenter, stepsOf } from '../../helpers/offers'
import { openTestStorage } from '../../helpers/open-test-storage'
import { makeAuthority, makeCertificate } from '../../helpers/test-certificates'
import { startTestServer } from '../../helpers/test-server'

describe('validating a URL of ours', () => {
  it('proves the arrival by the lead itself, step by step', async () => {
    const engine = await startTestEngine()
    const { id } = await connectedOffer(engine.handlers, engine.url)
    const validation = await engine.handlers['offer.validate']({ id })
    expect(validation).toMatchObject({ offerId: id, reason: 'validate', state: 'passed' })
    // The address is a warning: Partner Center takes no http.
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered passed', 'arrived passed'])
    expect(detailOf(validation, 'address', 'address')).toMatchObject({ remark: { code: 'local-http' }, findings: [] })
    expect(detailOf(validation, 'answered', 'answered')).toMatchObject({
      status: 202,
      reason: 'Accepted',
      explained: { code: 'accepted' },
    })
    const { leadId, flow } = detailOf(validation, 'arrived', 'arrived')
    expect(flow).toBe('Default')
    const lead = await engine.handlers['leads.get']({ id: leadId })
    expect(lead.summary).toMatchObject({ isTest: true, verdict: 'matches' })
    expect(lead.bodyText).toMatch(/MSFT_TEST_\d{18}@test.com/)
    const { validations, offers } = await engine.handlers['partner-center.get']({})
    expect(validations).toEqual([validation])
    expect(offers[0]?.validatedAt).toBeGreaterThanOrEqual(validation.startedAt)
    await engine.event('validation-changed', (event) => event.validation.state === 'passed')
  })

  it('finds the refused lead in the inbox when the URL is cut', async () => {
    const engine = await startTestEngine()
    const { id } = await connectedOffer(engine.handlers, engine.url.replace(/&sp=.*/, '&sv=1.0'))
    const validation = await engine.handlers['offer.validate']({ id })
    expect(validation.state).toBe('failed')
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered failed', 'arrived failed'])
    expect(detailOf(validation, 'address', 'address').findings[0]?.code).toBe('cut-before-sig')
    expect(detailOf(validation, 'answered', 'answered')).toMatchObject({
      status: 401,
      explained: { code: 'sig-missing' },
    })
    expect(detailOf(validation, 'arrived', 'arrived').verdict).toBe('unmatched')
    expect((await engine.handlers['partner-center.get']({})).offers[0]?.validatedAt).toBeNull()
  })

  it('says that the flow is off', async () => {
    const engine = await startTestEngine()
    const { id } = await connectedOffer(engine.handlers, engine.url)
    await engine.handlers['flow.change']({ id: engine.flowId, changes: { state: 'disabled' } })
    const validation = await engine.handlers['offer.validate']({ id })
    expect(detailOf(validation, 'answered', 'answered').explained.code).toBe('flow-off')
  })

  it('says so when something else answers in place of the flow', async () => {
    const storage = openTestStorage()
    const flow = storage.flows.ensureDefault('')
    const { handlers } = startPartnerCenter({ storage, times: { arrivalMs: 50 } })
    const other = await startTestServer((_, response) => void response.writeHead(202).end())
    const { id } = await connectedOffer(handlers, buildFlowUrl(other.url, flow))
    const validation = await handlers['offer.validate']({ id })
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered passed', 'arrived failed'])
    expect(detailOf(validation, 'arrived', 'not-arrived')).toMatchObject({ flow: 'Default' })
    expect(validation.state).toBe('failed')
  })

  it('is stopped, not failed, while the lead is looked for', async () => {
    const storage = openTestStorage()
    const flow = storage.flows.ensureDefault('')
    const { handlers } = startPartnerCenter({
      storage,
      times: { arrivalMs: 60_000 },
      publish: (event) => {
        if (event.type !== 'validation-changed') return
        if (stepsOf(event.validation).includes('arrived running'))
          void handlers['offer.stop-validation']({ id: event.validation.offerId })
      },
    })
    const other = await startTestServer((_, response) => void response.writeHead(202).end())
    const { id } = await connectedOffer(handlers, buildFlowUrl(other.url, flow))
    const validation = await handlers['offer.validate']({ id })
    expect(validation.state).toBe('stopped')
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered passed', 'arrived skipped'])
  })

  it('is not taken in by the same test lead in another flow', async () => {
    const engine = await startTestEngine()
    const other = await engine.handlers['flow.create']({ name: 'Other' })
    const otherUrl = engine.url.replace(engine.flowId, other.id).replace(/sig=.*/, `sig=${other.signature}`)
    // Hands every request on to the other flow, as a mixed-up proxy does.
    const proxy = await startTestServer(async ({ body }, response) => {
      const { status } = await fetch(otherUrl, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { 'content-type': 'application/json' },
      })
      response.writeHead(status).end()
    })
    const { id } = await connectedOffer(engine.handlers, engine.url.replace(/^http:\/\/[^/]+/, proxy.url))
    const validation = await engine.handlers['offer.validate']({ id })
    expect(proxy.seen).toHaveLength(1)
    expect(stepsOf(validation).at(-1)).toBe('arrived failed')
    expect(detailOf(validation, 'arrived', 'not-arrived').flow).toBe('Default')
  })

  it('tells a lead that arrived from one that the flow refused, when the flow itself answers with an error', async () => {
    const engine = await startTestEngine()
    const actions = [responseAction({ status: 500 })]
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
    const { id } = await connectedOffer(engine.handlers, engine.url)
    const validation = await engine.handlers['offer.validate']({ id })
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered failed', 'arrived warning'])
    expect(detailOf(validation, 'arrived', 'arrived')).toMatchObject({
      outcome: 'answered-otherwise',
      verdict: 'matches',
    })
    expect(validation.state).toBe('failed')
  })

  it('finds the lead although the flow drops the connection', async () => {
    const engine = await startTestEngine()
    const actions = [responseAction({ trial: 'drop' })]
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
    const { id } = await connectedOffer(engine.handlers, engine.url)
    const validation = await engine.handlers['offer.validate']({ id })
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered failed', 'arrived warning'])
    expect(detailOf(validation, 'arrived', 'arrived')).toMatchObject({ outcome: 'unanswered', verdict: 'matches' })
    expect(validation.state).toBe('failed')
  })

  it.each([
    ['whose signature was made anew', 'sig-wrong'],
    ['that was deleted', 'flow-deleted'],
    ['that only the tenant may trigger', 'tenant-only'],
    ['that takes another method', 'method-wrong'],
  ])('explains a flow %s', async (what, code) => {
    const engine = await startTestEngine()
    const { flowId } = engine
    // The last flow cannot be deleted.
    await engine.handlers['flow.create']({ name: 'Other' })
    const { id } = await connectedOffer(engine.handlers, engine.url)
    if (what.includes('anew')) await engine.handlers['flow.regenerate-signature']({ id: flowId })
    else if (what.includes('deleted')) await engine.handlers['flow.delete']({ id: flowId })
    else if (what.includes('tenant'))
      await engine.handlers['flow.change']({ id: flowId, changes: { triggeredBy: 'tenant' } })
    else await engine.handlers['flow.change']({ id: flowId, changes: { method: 'PUT' } })
    const validation = await engine.handlers['offer.validate']({ id })
    expect(detailOf(validation, 'answered', 'answered').explained.code).toBe(code)
    expect(detailOf(validation, 'arrived', 'arrived')).toMatchObject({ outcome: 'refused', verdict: 'unmatched' })
    expect(JSON.stringify(validation)).not.toContain(/sig=([^&]+)/.exec(engine.url)?.[1])
  })
})

describe('validating a URL of someone else', () => {
  it('sends the test lead, and leaves the arrival to the other end', async () => {
    const { handlers } = startPartnerCenter()
    const server = await startTestServer((_, response) => void response.writeHead(200).end('ok'))
    const { id } = await connectedOffer(handlers, `${server.url}/leads?key=1`)
    const validation = await handlers['offer.validate']({ id })
    expect(validation.state).toBe('passed')
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered passed', 'arrived unknown'])
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'POST', path: '/leads?key=1' })
    expect(seen?.headers['content-type']).toMatch(/^application\/json/)
    expect(JSON.parse(seen?.body.toString() ?? '').UserDetails.FirstName).toMatch(/^MSFT_TEST_\d{18}$/)
  })

  it('explains 401', async () => {
    const { handlers } = startPartnerCenter()
    const server = await startTestServer((_, response) => void response.writeHead(401).end())
    const { id } = await connectedOffer(handlers, server.url)
    const validation = await handlers['offer.validate']({ id })
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered failed', 'arrived skipped'])
    expect(detailOf(validation, 'answered', 'answered').explained.code).toBe('unauthorized')
  })

  it.each([
    [400, 'bad-request'],
    [404, 'not-found'],
    [500, 'server-error'],
  ])('explains %i', async (status, code) => {
    const { handlers } = startPartnerCenter()
    const server = await startTestServer((_, response) => void response.writeHead(status).end())
    const { id } = await connectedOffer(handlers, server.url)
    const validation = await handlers['offer.validate']({ id })
    expect(detailOf(validation, 'answered', 'answered').explained.code).toBe(code)
    expect((await handlers['partner-center.get']({})).offers[0]?.validatedAt).toBeNull()
  })

  it('does not call a server reached whose certificate is not trusted, or that speaks no TLS', async () => {
    const { handlers } = startPartnerCenter()
    const secure = await httpServer((_, response) => void response.end(), await makeCertificate(await makeAuthority()))
    const plain = await startTestServer()
    for (const [url, code] of [
      [secure.url, 'tls-untrusted'],
      [plain.url.replace('http:', 'https:'), 'https-for-http'],
    ] as const) {
      const { id } = await connectedOffer(handlers, url)
      const validation = await handlers['offer.validate']({ id })
      expect(stepsOf(validation).slice(1)).toEqual(['reached failed', 'answered skipped', 'arrived skipped'])
      expect(detailOf(validation, 'reached', 'failed').explained.code).toBe(code)
    }
    expect([...secure.seen, ...plain.seen]).toEqual([])
  })

  it('does not follow a redirect', async () => {
    const { handlers } = startPartnerCenter()
    const server = await startTestServer((_, response) => void response.writeHead(307, { Location: '/b' }).end())
    const { id } = await connectedOffer(handlers, server.url)
    const validation = await handlers['offer.validate']({ id })
    expect(detailOf(validation, 'answered', 'answered').status).toBe(307)
    expect(server.seen).toHaveLength(1)
  })

  it('says that nobody listens', async () => {
    const { handlers } = startPartnerCenter()
    const { id } = await connectedOffer(handlers, `http://127.0.0.1:${await closedPort()}/x`)
    const validation = await handlers['offer.validate']({ id })
    expect(stepsOf(validation)).toEqual(['address warning', 'reached failed', 'answered skipped', 'arrived skipped'])
    expect(detailOf(validation, 'reached', 'failed').explained.code).toBe('refused-here')
  })

  it('says that the connection was cut after it was there', async () => {
    const { handlers } = startPartnerCenter()
    const server = await tcpServer((socket) => void socket.once('data', () => socket.destroy()))
    const { id } = await connectedOffer(handlers, server.url)
    const validation = await handlers['offer.validate']({ id })
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered failed', 'arrived skipped'])
    expect(detailOf(validation, 'answered', 'failed').explained.code).toBe('reset')
  })

  it('gives up a server that does not answer in time', async () => {
    const { handlers } = startPartnerCenter({ times: { validationMs: 150 } })
    const server = await startTestServer(() => undefined)
    const { id } = await connectedOffer(handlers, server.url)
    const validation = await handlers['offer.validate']({ id })
    expect(detailOf(validation, 'answered', 'failed').explained.code).toBe('timed-out')
  })

  it('shows while it waits that the other end is reached, and can be stopped', async () => {
    const engine = await startTestEngine()
    const server = await startTestServer(() => undefined)
    const { id } = await connectedOffer(engine.handlers, server.url)
    const ended = engine.handlers['offer.validate']({ id })
    const { validation } = await engine.event('validation-changed', (event) =>
      event.validation.steps.some(({ name, state }) => name === 'answered' && state === 'running'),
    )
    expect(stepsOf(validation)).toEqual(['address warning', 'reached passed', 'answered running', 'arrived waiting'])
    await engine.handlers['offer.stop-validation']({ id })
    const stopped = await ended
    expect(stopped.state).toBe('stopped')
    expect(stepsOf(stopped)).toEqual(['address warning', 'reached passed', 'answered skipped', 'arrived skipped'])
  })

  it('is over with the engine', async () => {
    const partnerCenter = startPartnerCenter()
    let reach = (): void => undefined
    const reached = new Promise<void>((resolve) => {
      reach = resolve
    })
    const server = await tcpServer((socket) => void socket.once('data', reach))
    const { id } = await connectedOffer(partnerCenter.handlers, server.url)
    const ended = partnerCenter.handlers['offer.validate']({ id })
    await reached
    await partnerCenter.close()
    expect((await ended).state).toBe('stopped')
  })
})
