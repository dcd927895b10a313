import { connect } from 'node:net'
import type { FlowAction } from '@shared/flow/action'
import { describe, expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { conditionAction, httpAction, mailAction, recordAction, responseAction, user } from '../../helpers/flow-actions'
import { endedRun, stepStates } from '../../helpers/flow-runs'
import { post, sampleLead } from '../../helpers/post'

async function withActions(actions: readonly FlowAction[]): Promise<RunningEngine> {
  const engine = await startTestEngine()
  await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
  return engine
}

describe('a Response step', () => {
  it('answers with its status, headers and body, under the id of the run', async () => {
    const response = responseAction({
      status: 201,
      headers: [
        { name: 'X-Lead', value: user('Company') },
        { name: 'Cache-Control', value: 'no-store' },
      ],
      body: `{"hello":"${user('FirstName')}"}`,
    })
    const engine = await withActions([response, mailAction()])
    const lead = JSON.parse(sampleLead)
    lead.UserDetails.Company = 'Contoso\r\nX-Evil: 1'
    const answer = await post(engine.url, JSON.stringify(lead))
    expect(answer).toMatchObject({ status: 201, body: '{"hello":"Some"}' })
    expect(answer.headers).toMatchObject({
      'x-lead': 'Contoso  X-Evil: 1',
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    })
    expect(answer.headers['x-evil']).toBeUndefined()
    const run = await endedRun(engine)
    expect(answer.headers['x-ms-workflow-run-id']).toBe(run.summary.runId)
    expect(stepStates(run)).toEqual({ Response: 'Succeeded', 'Send an email': 'Succeeded' })
    expect((await engine.handlers['leads.get']({ id: 1 })).answer.status).toBe(201)
  })

  it.each([
    [500, []],
    [429, [{ name: 'Retry-After', value: '17' }]],
    [404, []],
    [204, []],
  ])('answers %i where that is what is tried out; the lead stays stored', async (status, headers) => {
    const engine = await withActions([responseAction({ status, headers, body: 'on purpose' })])
    const answer = await post(engine.url)
    expect(answer).toMatchObject({ status, body: status === 204 ? '' : 'on purpose' })
    expect(answer.headers['retry-after']).toBe(headers[0]?.value)
    expect((await engine.handlers['leads.facets']({})).total).toBe(1)
    expect((await endedRun(engine)).summary.state.state).toBe('Succeeded')
  })

  it('that the lead’s way does not meet is a 502', async () => {
    const engine = await withActions([
      conditionAction({ ifTrue: [recordAction()], ifFalse: [responseAction()] }),
      mailAction({ name: 'After' }),
    ])
    const answer = await post(engine.url)
    expect(answer.status).toBe(502)
    expect(JSON.parse(answer.body).error).toMatchObject({
      code: 'NoResponse',
      message: expect.stringMatching(
        /^The server did not receive a response from an upstream server\. Request tracking id '[0-9a-f-]{36}'\.$/,
      ),
    })
    const run = await endedRun(engine)
    expect(run.summary.runId).toBe(answer.headers['x-ms-workflow-run-id'])
    expect(stepStates(run)).toMatchObject({
      Response: 'Skipped',
      'Create a new record': 'Succeeded',
      After: 'Succeeded',
    })
  })

  it('that comes only after a failure has come too late', async () => {
    const engine = await withActions([mailAction({ to: '' }), responseAction({ runAfter: ['Failed'] })])
    expect((await post(engine.url)).status).toBe(502)
    expect((await endedRun(engine)).steps[1]?.state).toMatchObject({
      state: 'Failed',
      error: { code: 'response-too-late' },
    })
  })

  it('that was given before a step failed does not make the run a success', async () => {
    const engine = await withActions([
      httpAction('http://127.0.0.1:9/', { allowPrivate: false }),
      responseAction(),
      mailAction({ name: 'After' }),
    ])
    expect((await post(engine.url)).status).toBe(200)
    const run = await endedRun(engine)
    expect(stepStates(run)).toEqual({ HTTP: 'Failed', Response: 'Succeeded', After: 'Skipped' })
    expect(run.summary.state.state).toBe('Failed')
  })

  it('can drop the connection; the lead stays stored', async () => {
    const engine = await withActions([responseAction({ trial: 'drop' })])
    await expect(post(engine.url)).rejects.toThrow(/socket hang up|ECONNRESET/)
    expect((await endedRun(engine)).summary.leadId).toBe(1)
    expect((await engine.handlers['leads.get']({ id: 1 })).summary.status).toBe(444)
  })

  it('can answer late: after the commit, and after its delay', async () => {
    const engine = await withActions([responseAction({ delaySeconds: 0.7, body: 'late' })])
    const started = performance.now()
    const answer = post(engine.url)
    await engine.event('leads-stored')
    expect(performance.now() - started).toBeLessThan(700)
    expect((await answer).body).toBe('late')
    expect(performance.now() - started).toBeGreaterThanOrEqual(699)
    expect((await endedRun(engine)).summary.state.state).toBe('Succeeded')
  })

  it('that comes later than the trigger waits is a 504, when that time is over', async () => {
    const engine = await startTestEngine({ responseLimitMs: 300 })
    const actions = [responseAction({ delaySeconds: 0.301, body: 'late' }), mailAction()]
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
    const started = performance.now()
    const answer = await post(engine.url)
    expect(performance.now() - started).toBeGreaterThanOrEqual(299)
    expect(answer.status).toBe(504)
    expect(JSON.parse(answer.body).error.message).toContain('within 0.3 seconds')
    const run = await endedRun(engine)
    expect(run.summary.runId).toBe(answer.headers['x-ms-workflow-run-id'])
    expect(stepStates(run)).toEqual({ Response: 'TimedOut', 'Send an email': 'Skipped' })
    expect((await engine.handlers['leads.get']({ id: 1 })).summary.status).toBe(504)
    await engine.handlers['flow-actions.save']({
      flowId: engine.flowId,
      actions: [responseAction({ delaySeconds: 0.3, body: 'just in time' })],
    })
    expect(await post(engine.url)).toMatchObject({ status: 200, body: 'just in time' })
  })

  it('that waits stops neither other senders nor the receiver’s stop, and then it is given at once', async () => {
    const engine = await withActions([
      conditionAction({
        left: "@{triggerBody()?['ActionCode']}",
        right: 'INS',
        ifTrue: [responseAction({ delaySeconds: 100, body: 'held' })],
        ifFalse: [responseAction({ id: 'other', name: 'Other', body: 'at once' })],
      }),
    ])
    const held = Array.from({ length: 20 }, () => post(engine.url))
    await engine.event('leads-stored', ({ count }) => count > 0)
    await expect.poll(async () => (await engine.handlers['leads.facets']({})).total).toBe(20)
    expect((await post(engine.url, sampleLead.replace('INS', 'PLT'))).body).toBe('at once')
    const started = performance.now()
    await engine.handlers['receiver.stop']({})
    expect(performance.now() - started).toBeLessThan(3000)
    for (const answer of await Promise.all(held)) expect(answer).toMatchObject({ status: 200, body: 'held' })
  })

  it('is let go of when its sender hangs up', async () => {
    const engine = await withActions([responseAction({ delaySeconds: 100 })])
    const { hostname, port, pathname, search } = new URL(engine.url)
    const socket = connect(Number(port), hostname)
    socket.end(
      `POST ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
    )
    await engine.event('leads-stored')
    socket.destroy()
    expect(await engine.handlers['receiver.stop']({})).toEqual({ state: 'stopped' })
  })
})

describe('what cannot be saved', () => {
  it.each<[string, readonly FlowAction[]]>([
    ['two Responses after each other', [responseAction(), responseAction({ id: 'b', name: 'B' })]],
    [
      'a Response in a branch and one after it',
      [conditionAction({ ifTrue: [responseAction()] }), responseAction({ id: 'b', name: 'B' })],
    ],
    ['names that are not unique', [mailAction(), recordAction({ name: 'send an EMAIL' })]],
    ['a redirect', [responseAction({ status: 302 })]],
    ['a hop-by-hop header', [responseAction({ headers: [{ name: 'Connection', value: 'close' }] })]],
    ['a connection that is not there', [mailAction({ connectionId: 'gone' })]],
  ])('%s', async (_name, actions) => {
    const engine = await startTestEngine()
    const save = async () => engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
    await expect(save()).rejects.toMatchObject({ code: 'action-not-valid' })
    expect(await engine.handlers['flow-actions.get']({ flowId: engine.flowId })).toEqual([])
  })

  it('but one Response in each branch can', async () => {
    const ifFalse = [responseAction({ id: 'b', name: 'B', status: 400 })]
    const engine = await withActions([conditionAction({ ifTrue: [responseAction()], ifFalse })])
    expect((await post(engine.url, sampleLead.replace('USA', 'SE'))).status).toBe(400)
  })
})
