import { toErrorData } from '@shared/app-error'
import type { FlowAction } from '@shared/flow/action'
import { describe, expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { conditionAction, mailAction, recordAction, user } from '../../helpers/flow-actions'
import { endedRun, stepStates } from '../../helpers/flow-runs'
import { keepAliveAgent, post, sampleLead } from '../../helpers/post'

async function withActions(actions: readonly FlowAction[]): Promise<RunningEngine> {
  const engine = await startTestEngine()
  await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
  return engine
}

const lead = (changes: Record<string, string | null>): string => {
  const { UserDetails, ...rest } = JSON.parse(sampleLead)
  return JSON.stringify({ ...rest, UserDetails: { ...UserDetails, ...changes } })
}

describe('a flow without steps', () => {
  it('has a run that succeeded with its trigger, under the id that the answer names', async () => {
    const engine = await startTestEngine()
    const answer = await post(engine.url)
    const { summary, steps } = await endedRun(engine)
    expect(summary.runId).toBe(answer.headers['x-ms-workflow-run-id'])
    expect(await engine.handlers['flow-run.find']({ runId: summary.runId })).toEqual(summary)
    expect(await engine.handlers['flow-run.find']({ runId: 'of another one' })).toBeNull()
    expect(summary).toMatchObject({ flowId: engine.flowId, flowName: 'Default', leadId: 1, resubmitOf: null })
    expect(summary.state).toMatchObject({ state: 'Succeeded', endedAt: summary.startedAt })
    expect(steps).toEqual([])
    expect(await engine.handlers['flow-run.of-lead']({ leadId: 1 })).toEqual([summary])
  })

  it('has no run for a request that it refused', async () => {
    const engine = await startTestEngine()
    expect((await post(engine.url, 'C:')).status).toBe(400)
    expect((await post(engine.url.replace(/sig=.*/, 'sig=wrong'))).status).toBe(401)
    expect(await engine.handlers['flow-run.page']({ flowId: null, state: 'all', before: null, limit: 10 })).toEqual([])
  })
})

describe('rehearsed steps', () => {
  it('keep the mail and the record, each once, with what the lead says', async () => {
    const engine = await withActions([mailAction(), recordAction()])
    await post(engine.url, lead({ FirstName: '<b>Ann</b> & "Co"' }))
    const run = await endedRun(engine)
    expect(run.summary.state.state).toBe('Succeeded')
    expect(stepStates(run)).toEqual({ 'Send an email': 'Succeeded', 'Create a new record': 'Succeeded' })
    expect(run.steps[0]).toMatchObject({ attempts: 1, blankTokens: [] })

    const [mail] = await engine.handlers['outbox.page']({ before: null, limit: 10 })
    expect(mail).toMatchObject({ to: ['sales@contoso.com', 'desk@contoso.com'], subject: 'Lead from Contoso' })
    const whole = await engine.handlers['outbox.get']({ id: mail?.id ?? 0 })
    expect(whole.html).toBe('<p>Name: &#60;b&#62;Ann&#60;/b&#62; &#38; &#34;Co&#34;</p>')
    expect(whole.text).toBe('Name: <b>Ann</b> & "Co"')

    const [record, more] = await engine.handlers['crm-record.page']({ before: null, limit: 10 })
    expect(more).toBeUndefined()
    expect(record).toMatchObject({ runId: run.summary.id, flowName: 'Default', system: 'dataverse' })
    expect(record?.columns).toContainEqual({ name: 'emailaddress1', value: 'someone@contoso.com' })

    await engine.handlers['rehearsal.clear']({ what: 'outbox' })
    expect(await engine.handlers['outbox.page']({ before: null, limit: 10 })).toEqual([])
  })

  it('name the tokens that a lead leaves blank', async () => {
    const engine = await withActions([mailAction()])
    await post(engine.url, lead({ FirstName: null }))
    expect((await endedRun(engine)).steps[0]?.blankTokens).toEqual([user('FirstName')])
  })

  it('take a value of a lead for one address at most', async () => {
    const engine = await withActions([mailAction({ to: user('Email') })])
    await post(engine.url, lead({ Email: 'a@contoso.com; b@evil.example' }))
    const run = await endedRun(engine)
    expect(run.steps[0]?.state).toMatchObject({
      state: 'Failed',
      error: { code: 'recipient-not-valid', params: { address: 'a@contoso.com; b@evil.example' } },
    })
    expect(run.summary.state.state).toBe('Failed')
    expect(await engine.handlers['outbox.page']({ before: null, limit: 10 })).toEqual([])
  })
})

describe('the order of steps', () => {
  const broken = mailAction({ to: '' })

  it('skips what should run after a success, with the words of the run history', async () => {
    const engine = await withActions([broken, recordAction()])
    await post(engine.url)
    const run = await endedRun(engine)
    expect(stepStates(run)).toEqual({ 'Send an email': 'Failed', 'Create a new record': 'Skipped' })
    expect(run.summary.state.state).toBe('Failed')
    expect(run.steps[1]?.outputs[0]).toEqual({ name: 'code', value: 'ActionSkipped' })
    expect(run.steps[1]?.outputs[1]?.value).toContain("Expected status values 'Succeeded' and actual value 'Failed'")
  })

  it('lets a later step handle a failure: the run has succeeded then', async () => {
    const engine = await withActions([broken, recordAction({ runAfter: ['Failed', 'TimedOut'] })])
    await post(engine.url)
    const run = await endedRun(engine)
    expect(stepStates(run)).toEqual({ 'Send an email': 'Failed', 'Create a new record': 'Succeeded' })
    expect(run.summary.state.state).toBe('Succeeded')
  })

  it('takes one branch of a condition and skips the other', async () => {
    const engine = await withActions([
      conditionAction({ ifTrue: [mailAction()], ifFalse: [recordAction()] }),
      mailAction({ id: 'last', name: 'Last' }),
    ])
    await post(engine.url)
    const first = await endedRun(engine)
    expect(stepStates(first)).toEqual({
      Condition: 'Succeeded',
      'Send an email': 'Succeeded',
      'Create a new record': 'Skipped',
      Last: 'Succeeded',
    })
    expect(first.steps[1]?.branchOf).toEqual({ actionId: 'condition', branch: 'true' })
    await post(engine.url, lead({ Country: 'SE' }))
    expect(stepStates(await endedRun(engine, first.summary.id))).toMatchObject({
      'Send an email': 'Skipped',
      'Create a new record': 'Succeeded',
    })
  })

  it('fails a condition whose branch failed', async () => {
    const engine = await withActions([conditionAction({ ifTrue: [broken] }), recordAction()])
    await post(engine.url)
    expect(stepStates(await endedRun(engine))).toEqual({
      Condition: 'Failed',
      'Send an email': 'Failed',
      'Create a new record': 'Skipped',
    })
  })
})

describe('a run', () => {
  it('can be resubmitted: a new one of the flow as it is now', async () => {
    const engine = await withActions([mailAction()])
    await post(engine.url)
    const first = await endedRun(engine)
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [recordAction()] })
    const again = await engine.handlers['flow-run.resubmit']({ id: first.summary.id })
    expect(again).toMatchObject({ resubmitOf: first.summary.id, leadId: 1 })
    expect(again.runId).not.toBe(first.summary.runId)
    expect(stepStates(await endedRun(engine, first.summary.id))).toEqual({ 'Create a new record': 'Succeeded' })
    expect((await engine.handlers['flow-run.of-lead']({ leadId: 1 })).map(({ id }) => id)).toEqual([1, 2])
    await engine.handlers['leads.delete']({ selection: { ids: [1] } })
    await expect((async () => engine.handlers['flow-run.resubmit']({ id: 1 }))()).rejects.toThrow('lead-not-found')
    expect((await engine.handlers['flow-run.get']({ id: 1 })).summary.leadId).toBeNull()
  })

  it('is not resubmitted while its flow is off or deleted', async () => {
    const engine = await withActions([mailAction()])
    const { flowId, handlers } = engine
    await post(engine.url)
    const { id } = (await endedRun(engine)).summary
    const refusal = async () => {
      try {
        return handlers['flow-run.resubmit']({ id })
      } catch (error) {
        return toErrorData(error)
      }
    }
    const refused = (context: string) => ({ code: 'flow-not-on', params: { name: 'Default', context } })
    for (const state of ['disabled', 'suspended'] as const) {
      await handlers['flow.change']({ id: flowId, changes: { state } })
      expect(await refusal()).toEqual(refused(state))
    }
    await handlers['flow.change']({ id: flowId, changes: { state: 'started' } })
    await handlers['flow.create']({ name: 'Another' })
    await handlers['flow.delete']({ id: flowId })
    expect(await refusal()).toEqual(refused('deleted'))
    expect(await handlers['flow-run.of-lead']({ leadId: 1 })).toHaveLength(1)
    await handlers['flow.restore']({ id: flowId, state: 'started' })
    expect(await refusal()).toMatchObject({ resubmitOf: id })
  })

  it('ends the test of its flow; so do a refused request and the user, and each is told as what it is', async () => {
    const engine = await withActions([mailAction()])
    const { flowId } = engine
    const test = await engine.handlers['flow-test.start']({ flowId })
    expect((await engine.event('flow-test-changed')).test).toEqual(test)
    await post(engine.url)
    expect(await engine.event('flow-test-ended')).toMatchObject({ flowId, ended: { by: 'run', runId: 1 } })
    await engine.handlers['flow-test.start']({ flowId })
    await post(engine.url, 'no JSON')
    const refused = await engine.event('flow-test-ended', ({ ended }) => ended.by === 'refusal')
    expect(refused).toMatchObject({ flowId, ended: { leadId: 2 } })
    await engine.handlers['flow-test.start']({ flowId })
    await engine.handlers['flow-test.stop']({ flowId })
    expect(await engine.event('flow-test-ended', ({ ended }) => ended.by === 'stop')).toMatchObject({ flowId })
  })
})

describe('a flood', () => {
  it('of 1,000 leads with two steps each ends with all of them, while the inbox goes on', async () => {
    const engine = await withActions([mailAction(), recordAction()])
    const agent = keepAliveAgent(20)
    await Promise.all(Array.from({ length: 1000 }, () => post(engine.url, sampleLead, {}, agent)))
    // Answered while the queue is at work.
    expect((await post(engine.url)).status).toBe(202)
    const page = (state: 'Running' | 'Succeeded') =>
      engine.handlers['flow-run.page']({ flowId: engine.flowId, state, before: null, limit: 500 })
    await expect.poll(async () => (await page('Running')).length, { timeout: 50_000 }).toBe(0)
    agent.destroy()
    const mails = new Set<number>()
    for (let before: number | null = null; ; ) {
      const rows = await engine.handlers['outbox.page']({ before, limit: 500 })
      for (const { runId } of rows) mails.add(runId)
      before = rows.at(-1)?.id ?? null
      if (before === null) break
    }
    expect(mails.size).toBe(1001)
  })
})
