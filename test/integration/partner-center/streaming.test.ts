import type { EngineEvent } from '@shared/contract/engine-events'
import { everyLead } from '@shared/lead/lead-query'
import { defaultStreamOptions, type LeadStream } from '@shared/partner-center/lead-stream'
import { describe, expect, it } from 'vitest'
import type { PartnerCenterParts } from '../../../src/engine/partner-center/create-partner-center'
import { startTestEngine } from '../../helpers/engine'
import { closedPort } from '../../helpers/local-servers'
import { connectedOffer, contactEmails, startPartnerCenter } from '../../helpers/offers'
import { startTestServer } from '../../helpers/test-server'

const fast = { ...defaultStreamOptions, perSecond: 50 }

/** Partner Center with a published offer at a URL, and a way to wait for what its stream tells. */
async function publishedAlone(url: string, times: PartnerCenterParts['times'] = {}) {
  const streams: LeadStream[] = []
  const waiting = new Set<() => void>()
  const publish = (event: EngineEvent): void => {
    if (event.type === 'lead-stream-changed') streams.push(event.stream)
    for (const check of waiting) check()
  }
  const partnerCenter = startPartnerCenter({
    publish,
    times: { retryMs: 5, validationMs: 2000, leadMs: 2000, ...times },
  })
  const { id } = await connectedOffer(partnerCenter.handlers, url)
  await partnerCenter.handlers['offer.publish']({ id })
  const until = (accept: (stream: LeadStream) => boolean): Promise<LeadStream> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = streams.find(accept)
        if (!found) return
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  return { ...partnerCenter, id, streams, until }
}

describe('a published offer', () => {
  it('got the test lead once more when it was published', async () => {
    const engine = await startTestEngine()
    const { id } = await connectedOffer(engine.handlers, engine.url)
    await expect(async () => engine.handlers['offer.start-stream']({ id, options: fast })).rejects.toThrow('bad-input')
    const validation = await engine.handlers['offer.publish']({ id })
    expect(validation).toMatchObject({ reason: 'publish', state: 'passed' })
    const { offers } = await engine.handlers['partner-center.get']({})
    expect(offers[0]).toMatchObject({ id, published: true })
  })

  it('sends a single lead by action code and source, which arrives', async () => {
    const engine = await startTestEngine()
    const { id } = await connectedOffer(engine.handlers, engine.url)
    await engine.handlers['offer.publish']({ id })
    const delivery = await engine.handlers['offer.send-lead']({ id, actionCode: 'PLT', source: 'SPZA' })
    expect(delivery).toMatchObject({ status: 202, isOwn: true, explained: { code: 'accepted' } })
    const lead = await engine.handlers['leads.get']({ id: delivery.leadId ?? 0 })
    expect(lead.summary).toMatchObject({ verdict: 'matches', actionCode: 'PLT', source: 'SPZA', isTest: false })
    expect(lead.summary.offerTitle).toBe('CRM Connector')
    expect(lead.bodyText).toContain('"SPZA-PLT|contoso.crm-connector"')
    expect(`${lead.summary.firstName} ${lead.summary.lastName}`).toBe(delivery.name)
  })

  it('streams leads that are counted on both sides, each sent one stored', async () => {
    const engine = await startTestEngine()
    const { id } = await connectedOffer(engine.handlers, engine.url)
    await engine.handlers['offer.publish']({ id })
    const options = { ...fast, actionCodes: ['INS', 'Own'], sources: ['AzurePortal'], duplicatePercent: 40 }
    const started = await engine.handlers['offer.start-stream']({ id, options })
    expect(started).toMatchObject({ offerId: id, state: 'running', arrived: 0 })
    await engine.event('lead-stream-changed', ({ stream }) => stream.sent >= 25)
    await engine.handlers['offer.stop-stream']({ id })
    const { stream } = await engine.event('lead-stream-changed', (event) => event.stream.state === 'stopped')
    expect(stream).toMatchObject({ accepted: stream.sent, arrived: stream.sent, failed: 0, failures: [], retries: 0 })
    expect(stream.duplicates).toBeGreaterThan(0)
    const leads = await engine.handlers['leads.page']({ query: everyLead, from: null, until: null, limit: 1000 })
    const ours = leads.filter(({ isTest }) => !isTest)
    expect(ours).toHaveLength(stream.sent)
    expect(ours.filter(({ duplicateOf }) => duplicateOf !== null)).toHaveLength(stream.duplicates)
    expect(new Set(ours.map(({ actionCode }) => actionCode))).toEqual(new Set(['INS', 'Own']))
    expect(new Set(ours.map(({ source }) => source))).toEqual(new Set(['AzurePortal']))
  })

  it.each([
    ['flow.delete', 'flow-deleted'],
    ['flow.regenerate-signature', 'sig-wrong'],
  ] as const)('goes on after %s of its flow, and counts what is refused as such', async (command, code) => {
    const engine = await startTestEngine()
    // The last flow cannot be deleted.
    await engine.handlers['flow.create']({ name: 'Other' })
    const { id } = await connectedOffer(engine.handlers, engine.url)
    await engine.handlers['offer.publish']({ id })
    await engine.handlers['offer.start-stream']({ id, options: fast })
    await engine.event('lead-stream-changed', ({ stream }) => stream.accepted >= 5)
    await engine.handlers[command]({ id: engine.flowId })
    await engine.event('lead-stream-changed', ({ stream }) => stream.failed >= 5)
    await engine.handlers['offer.stop-stream']({ id })
    const { stream } = await engine.event('lead-stream-changed', (event) => event.stream.state === 'stopped')
    expect(stream.accepted + stream.failed).toBe(stream.sent)
    expect(stream.arrived).toBe(stream.accepted)
    expect(stream.failures).toMatchObject([{ explained: { code }, count: stream.failed }])
    const signature = /sig=([^&]+)/.exec(engine.url)?.[1]
    expect(JSON.stringify(stream)).not.toContain(signature)
  })

  it('begins nothing new once it is stopped', async () => {
    const server = await startTestServer()
    const { handlers, id, until } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: fast })
    await until(({ sent }) => sent >= 5)
    await handlers['offer.stop-stream']({ id })
    const stopping = await until(({ state }) => state === 'stopping')
    const stopped = await until(({ state }) => state === 'stopped')
    expect(stopped.sent).toBe(stopping.sent)
    // The test lead of Publish is the other one.
    expect(server.seen).toHaveLength(stopped.sent + 1)
  })

  it('keeps to its rate', async () => {
    const times: number[] = []
    const server = await startTestServer((_, response) => {
      times.push(performance.now())
      response.writeHead(202).end()
    })
    const { handlers, id, until } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: fast })
    await until(({ sent }) => sent >= 100)
    await handlers['offer.stop-stream']({ id })
    await until(({ state }) => state === 'stopped')
    const [, first = 0, ...others] = times
    const perSecond = others.length / (((others.at(-1) ?? 0) - first) / 1000)
    expect(perSecond).toBeGreaterThan(40)
    expect(perSecond).toBeLessThan(55)
  })

  it('counts a mix of duplicates and repetitions without losing one', async () => {
    let answered = 0
    const got = new Map<string, number>()
    const server = await startTestServer(({ body }, response) => {
      const text = body.toString()
      if (!text.includes('MSFT_TEST')) got.set(text, (got.get(text) ?? 0) + 1)
      response.writeHead(answered++ % 3 === 2 ? 503 : 202).end()
    })
    const { handlers, id, until } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: { ...fast, duplicatePercent: 30, retries: 3 } })
    await until(({ sent, duplicates, retries }) => sent >= 60 && duplicates > 0 && retries > 0)
    await handlers['offer.stop-stream']({ id })
    const stream = await until(({ state }) => state === 'stopped')
    expect([...got.values()].reduce((sum, count) => sum + count, 0)).toBe(stream.sent)
    expect(stream.accepted + stream.failed).toBe(stream.sent)
    expect(got.size).toBe(stream.sent - stream.duplicates - stream.retries)
  })

  it('counts failures by kind', async () => {
    let answered = 0
    const server = await startTestServer((_, response) => {
      answered += 1
      response.writeHead([401, 503, 200][answered % 3] ?? 200).end()
    })
    const { handlers, id, until } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: fast })
    await until(({ sent }) => sent >= 12)
    await handlers['offer.stop-stream']({ id })
    const stream = await until(({ state }) => state === 'stopped')
    expect(stream.arrived).toBeNull()
    expect(stream.accepted + stream.failed).toBe(stream.sent)
    const kinds = stream.failures.map(({ status, explained }) => `${status} ${explained.code}`)
    expect(kinds.toSorted()).toEqual(['401 unauthorized', '503 unavailable'])
    expect(stream.failures.reduce((sum, { count }) => sum + count, 0)).toBe(stream.failed)
  })

  it('sends again what was not taken, as often as it was told', async () => {
    const bodies: string[] = []
    const server = await startTestServer(({ body }, response) => {
      bodies.push(body.toString())
      response.writeHead(bodies.length === 1 ? 200 : 503).end()
    })
    const { handlers, id, until } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: { ...fast, perSecond: 0.1, retries: 2 } })
    const { sent, retries } = await until((stream) => stream.failed === 3)
    expect({ sent, retries }).toEqual({ sent: 3, retries: 2 })
    const [, ...leads] = bodies
    expect(new Set(leads).size).toBe(1)
  })

  it('does not send again what will be refused again', async () => {
    const server = await startTestServer((_, response) => void response.writeHead(401).end())
    const { handlers, id, until } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: { ...fast, retries: 5 } })
    const { retries } = await until(({ failed }) => failed >= 3)
    expect(retries).toBe(0)
  })

  it('counts what nobody answers', async () => {
    const { handlers, id, until } = await publishedAlone(`http://127.0.0.1:${await closedPort()}/leads`)
    await handlers['offer.start-stream']({ id, options: fast })
    const { failures } = await until(({ failed }) => failed >= 3)
    expect(failures).toMatchObject([{ status: null, explained: { code: 'refused-here' } }])
  })

  it('has never more than a few requests on their way to a server that is slow', async () => {
    const server = await startTestServer(({ body }, response) => {
      // The test lead of Publish is answered; nothing else is.
      if (body.includes('MSFT_TEST')) response.writeHead(202).end()
    })
    const { handlers, id, until, close } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: fast })
    await until(({ failed }) => failed >= 1)
    expect(server.mostAtOnce()).toBeLessThanOrEqual(64)
    await close()
    expect((await until(({ state }) => state === 'stopped')).accepted).toBe(0)
  })

  it.each(['offer.unpublish', 'offer.disconnect', 'offer.delete'] as const)('%s stops its stream', async (command) => {
    const server = await startTestServer()
    const { handlers, id, until } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: fast })
    await until(({ sent }) => sent >= 2)
    await handlers[command]({ id })
    if (command === 'offer.unpublish') await until(({ state }) => state === 'stopped')
    const { streams } = await handlers['partner-center.get']({})
    expect(streams.every(({ state }) => state !== 'running')).toBe(true)
    await expect(async () => handlers['offer.send-lead']({ id, actionCode: 'INS', source: 'SPZA' })).rejects.toThrow(
      'bad-input',
    )
  })

  it('does not go on streaming when its disconnection is undone, and tells the truth about it', async () => {
    const server = await startTestServer()
    const { handlers, id, until } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: fast })
    await until(({ sent }) => sent >= 2)
    await handlers['offer.disconnect']({ id })
    await handlers['offer.reconnect']({ id })
    const { streams, offers } = await handlers['partner-center.get']({})
    expect(streams).toEqual([])
    expect(offers[0]).toMatchObject({ published: true, connection: { url: server.url } })
  })

  it('gives up at the end what a former connection has on its way', async () => {
    const server = await startTestServer(({ body }, response) => {
      if (body.includes('MSFT_TEST')) response.writeHead(202).end()
    })
    const { handlers, id, until, close } = await publishedAlone(server.url, { leadMs: 600_000 })
    await handlers['offer.start-stream']({ id, options: fast })
    await until(({ sent }) => sent >= 2)
    await handlers['offer.connect']({ id, connection: { url: 'https://example.com', contactEmails } })
    await close()
    expect((await handlers['partner-center.get']({})).streams).toEqual([])
  })

  it('tells of its stream at most five times a second', async () => {
    const server = await startTestServer()
    const { handlers, id, until, streams } = await publishedAlone(server.url)
    await handlers['offer.start-stream']({ id, options: fast })
    await until(({ sent }) => sent >= 50)
    expect(streams.length).toBeLessThan(10)
  })
})
