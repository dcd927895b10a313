import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toErrorData } from '@shared/app-error'
import { buildFlowUrl } from '@shared/flow/flow-url'
import { leadSchemas } from '@shared/lead/lead-schemas'
import { describe, expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { conditionAction, httpAction, mailAction, recordAction } from '../../helpers/flow-actions'
import { endedRun } from '../../helpers/flow-runs'
import { leadBody } from '../../helpers/inbox'
import { post } from '../../helpers/post'
import { tempFolder } from '../../helpers/temp-folder'

/** The URL of another flow at the same receiver. */
function urlOf(engine: RunningEngine, flow: { readonly id: string; readonly signature: string }): string {
  return buildFlowUrl(new URL(engine.url).origin, flow)
}

const flowsOf = async (engine: RunningEngine) => (await engine.handlers.hydrate({})).flows

/** The code that a command fails with. */
async function failure(work: () => unknown): Promise<ReturnType<typeof toErrorData>> {
  try {
    await work()
  } catch (error) {
    return toErrorData(error)
  }
  throw new Error('It did not fail.')
}

describe('my flows', () => {
  it('a new flow takes leads at once, and counts them', async () => {
    const engine = await startTestEngine()
    const flow = await engine.handlers['flow.create']({ name: 'CRM' })
    expect(flow).toMatchObject({ name: 'CRM', state: 'started', triggeredBy: 'anyone', method: 'POST', schemaText: '' })
    await engine.event('flows-changed', ({ flows }) => flows.some(({ id }) => id === flow.id))
    expect((await post(urlOf(engine, flow))).status).toBe(202)
    expect((await post(urlOf(engine, flow))).status).toBe(202)
    expect((await post(engine.url.replace(/&sig=.*/, ''))).status).toBe(401)
    expect(await engine.handlers['flow.activity']({})).toEqual([
      { flowId: flow.id, leads: 2, lastAt: expect.any(Number) },
    ])
    const told = await engine.event('flow-activity', ({ activity }) => activity[0]?.leads === 2)
    expect(told.activity[0]?.flowId).toBe(flow.id)
  })

  it('the counts follow leads that go and come back, and a restart', async () => {
    const folder = tempFolder()
    const engine = await startTestEngine({ folder })
    for (const name of ['A', 'B', 'C']) await post(engine.url, leadBody({ FirstName: name }))
    const leads = async () => (await engine.handlers['flow.activity']({}))[0]?.leads
    expect(await leads()).toBe(3)
    const { undoToken } = await engine.handlers['leads.delete']({ selection: { ids: [2] } })
    expect(await leads()).toBe(2)
    await engine.handlers['leads.restore']({ undoToken })
    expect(await leads()).toBe(3)
    await engine.close()
    const again = await startTestEngine({ folder })
    expect((await again.handlers['flow.activity']({}))[0]?.leads).toBe(3)
  })

  it('a copy has all but the id and the signature', async () => {
    const engine = await startTestEngine()
    await engine.handlers['flow.change']({ id: engine.flowId, changes: { schemaValidation: true } })
    const copy = await engine.handlers['flow.duplicate']({ id: engine.flowId })
    const second = await engine.handlers['flow.duplicate']({ id: engine.flowId })
    const [first] = await flowsOf(engine)
    expect(copy).toMatchObject({ name: 'Default copy', schemaText: first?.schemaText, schemaValidation: true })
    expect(second.name).toBe('Default copy 2')
    expect(new Set([first?.id, copy.id, second.id]).size).toBe(3)
    expect(new Set([first?.signature, copy.signature, second.signature]).size).toBe(3)
    expect((await post(urlOf(engine, copy), leadBody({ Phone: null }))).status).toBe(400)
  })

  it('a copy has the steps too', async () => {
    const engine = await startTestEngine()
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions: [mailAction(), recordAction()] })
    const copy = await engine.handlers['flow.duplicate']({ id: engine.flowId })
    expect(await engine.handlers['flow-actions.get']({ flowId: copy.id })).toEqual([mailAction(), recordAction()])
    // Of its own: to change the copy does not change the first.
    await engine.handlers['flow-actions.save']({ flowId: copy.id, actions: [] })
    await post(engine.url)
    expect((await endedRun(engine)).steps).toHaveLength(2)
  })

  it('a deleted flow answers as a deleted one, and comes back with its URL and leads', async () => {
    const engine = await startTestEngine()
    const other = await engine.handlers['flow.create']({ name: 'Other' })
    await post(engine.url)
    expect((await engine.handlers['flow.delete']({ id: engine.flowId })).state).toBe('deleted')
    const answer = await post(engine.url)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body).error).toMatchObject({
      code: 'WorkflowTriggerIsNotEnabled',
      message: expect.stringContaining("with state 'Deleted'"),
    })
    // What stands for "the flow" elsewhere is the first that is left.
    expect(engine.flowUrl()).toContain(other.id)
    await engine.handlers['flow.restore']({ id: engine.flowId, state: 'disabled' })
    expect((await post(engine.url)).status).toBe(400)
    await engine.handlers['flow.restore']({ id: engine.flowId, state: 'started' })
    expect((await post(engine.url)).status).toBe(202)
    expect((await engine.handlers['flow.activity']({}))[0]?.leads).toBe(2)
  })

  it('the last flow stays', async () => {
    const engine = await startTestEngine()
    expect((await failure(() => engine.handlers['flow.delete']({ id: engine.flowId }))).code).toBe('flow-last')
    const other = await engine.handlers['flow.create']({ name: 'Other' })
    await engine.handlers['flow.delete']({ id: engine.flowId })
    expect((await failure(() => engine.handlers['flow.delete']({ id: other.id }))).code).toBe('flow-last')
    expect((await post(urlOf(engine, other))).status).toBe(202)
  })
})

describe('a flow as a file', () => {
  it('leaves the signature out unless asked, and is imported as a flow of its own', async () => {
    const engine = await startTestEngine()
    const path = join(engine.folder, 'flow.json')
    const changes = { name: 'Åre "株"', method: 'PUT', triggeredBy: 'tenant', schemaValidation: true } as const
    const flow = await engine.handlers['flow.change']({ id: engine.flowId, changes })
    engine.grantFile('out', path)
    await engine.handlers['flow.export']({ id: flow.id, fileToken: 'out', withSignature: false })
    const text = readFileSync(path, 'utf8')
    expect(text).not.toContain(flow.signature)
    expect(text).not.toContain(flow.id)

    engine.grantFile('in', path)
    const imported = await engine.handlers['flow.import']({ fileToken: 'in' })
    expect(imported).toMatchObject({ ...changes, schemaText: flow.schemaText, state: 'started' })

    engine.grantFile('secret', path)
    await engine.handlers['flow.export']({ id: flow.id, fileToken: 'secret', withSignature: true })
    expect(readFileSync(path, 'utf8')).toContain(flow.signature)
    engine.grantFile('again', path)
    const again = await engine.handlers['flow.import']({ fileToken: 'again' })
    expect(new Set([flow.id, imported.id, again.id]).size).toBe(3)
    expect(new Set([flow.signature, imported.signature, again.signature]).size).toBe(3)
  })

  it('has the steps, without connections, and without their secrets unless asked', async () => {
    const engine = await startTestEngine()
    const settings = { kind: 'hubspot', url: 'https://crm.contoso.example' } as const
    const { id } = await engine.handlers['connection.create']({ name: 'CRM', settings, secret: 'pat-123' })
    const forward = httpAction('https://contoso.com/api?code=c0de&sig=s1g&page=1', {
      headers: [
        { name: 'X-Functions-Key', value: 'k3y' },
        { name: 'X-Plain', value: 'plain' },
      ],
    })
    const record = recordAction({ system: 'hubspot', connectionId: id, columns: [] })
    const actions = [mailAction(), record, conditionAction({ ifTrue: [forward] })]
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })

    const exported = async (withSignature: boolean): Promise<string> => {
      const path = join(engine.folder, `flow-${withSignature}.json`)
      engine.grantFile('out', path)
      await engine.handlers['flow.export']({ id: engine.flowId, fileToken: 'out', withSignature })
      engine.grantFile('in', path)
      const imported = await engine.handlers['flow.import']({ fileToken: 'in' })
      const [mail, made, condition] = await engine.handlers['flow-actions.get']({ flowId: imported.id })
      expect([mail, made]).toEqual([mailAction(), { ...record, connectionId: null }])
      const [step] = condition?.type === 'condition' ? condition.ifTrue : []
      expect(step).toMatchObject({ type: 'http', url: expect.stringContaining('&page=1') })
      return readFileSync(path, 'utf8')
    }
    expect(await exported(false)).not.toMatch(/c0de|s1g|k3y|pat-123/)
    expect(await exported(false)).toContain('plain')
    const secret = await exported(true)
    expect(secret).toMatch(/c0de.*s1g/)
    expect(secret).not.toContain('pat-123')
  })

  it('brings no leave to call private addresses: only the user of a computer gives it', async () => {
    const engine = await startTestEngine()
    const path = join(engine.folder, 'flow.json')
    const http = httpAction('https://contoso.com', { allowPrivate: true })
    const actions = [{ ...http, id: 'first', name: 'First' }, conditionAction({ ifFalse: [http] })]
    await engine.handlers['flow-actions.save']({ flowId: engine.flowId, actions })
    engine.grantFile('out', path)
    await engine.handlers['flow.export']({ id: engine.flowId, fileToken: 'out', withSignature: true })
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"allowPrivate": false', '"allowPrivate": true'))
    engine.grantFile('in', path)
    const imported = await engine.handlers['flow.import']({ fileToken: 'in' })
    const [first, condition] = await engine.handlers['flow-actions.get']({ flowId: imported.id })
    expect(first).toMatchObject({ name: 'First', allowPrivate: false })
    expect(condition).toMatchObject({ ifFalse: [{ type: 'http', allowPrivate: false }] })
  })

  const whole = {
    name: 'A',
    state: 'started',
    triggeredBy: 'anyone',
    method: 'POST',
    schemaText: '',
    schemaValidation: false,
  }
  const notValid = { code: 'flow-file-not-valid' }
  const file = (flow: unknown, version = 1) => JSON.stringify({ format: 'lead-inspector-flow', version, flow })

  it.each([
    ['a picture', '\u0089PNG', { code: 'flow-file-not-known' }],
    ['a list', '[1]', { code: 'flow-file-not-known' }],
    ['a collection', '{"info":{},"item":[]}', { code: 'flow-file-not-known', params: { context: 'collection' } }],
    ['a schema', leadSchemas['2020'], { code: 'flow-file-not-known', params: { context: 'schema' } }],
    ['a lead', leadBody(), { code: 'flow-file-not-known', params: { context: 'lead' } }],
    ['a cut file', file(whole).slice(0, -4), { code: 'flow-file-not-valid' }],
    ['a part that is missing', file({ ...whole, method: undefined }), { code: 'flow-file-not-valid' }],
    ['a schema that cannot be used', file({ ...whole, schemaText: '{' }), { code: 'flow-file-not-valid' }],
    ['steps that could not be saved', file({ ...whole, actions: [mailAction(), mailAction()] }), notValid],
    ['a step of a kind that there is not', file({ ...whole, actions: [{ type: 'shell' }] }), notValid],
    ['a file of a newer version', file(whole, 2), { code: 'flow-file-newer' }],
  ])('%s is refused with the reason, and nothing is changed', async (_what, text, expected) => {
    const engine = await startTestEngine()
    const path = join(engine.folder, 'wrong.json')
    writeFileSync(path, text)
    engine.grantFile('token', path)
    const error = await failure(() => engine.handlers['flow.import']({ fileToken: 'token' }))
    expect(error).toMatchObject({ ...expected, params: { name: 'wrong.json' } })
    expect(error.params).toMatchObject('params' in expected ? expected.params : {})
    expect(await flowsOf(engine)).toHaveLength(1)
  })
})

describe('a schema that is being edited', () => {
  it('is tried on the last leads of its flow only, newest first', async () => {
    const engine = await startTestEngine()
    const other = await engine.handlers['flow.create']({ name: 'Other' })
    await post(urlOf(engine, other), leadBody({ Phone: null }))
    await post(engine.url, leadBody({ FirstName: 'Fits' }))
    await post(engine.url, leadBody({ FirstName: 'Null', Phone: null }))
    await post(engine.url, '{"broken":')
    await post(engine.url.replace(/&sig=.*/, ''), leadBody({ FirstName: 'Unmatched' }))
    const trial = await engine.handlers['flow.try-schema']({ id: engine.flowId, schemaText: leadSchemas['2020'] })
    expect(trial.problems).toEqual([])
    expect(trial.leads.map(({ lead, outcome }) => [lead.firstName, outcome])).toEqual([
      ['', 'not-json'],
      ['Null', 'fails'],
      ['Fits', 'matches'],
    ])
    expect(trial.leads[1]?.messages).toEqual(['Invalid type. Expected String but got Null.'])
    // Nothing was stored of it.
    const none = await engine.handlers['flow.try-schema']({ id: engine.flowId, schemaText: '' })
    expect(none.leads.map(({ outcome }) => outcome)).toEqual(['not-json', 'matches', 'matches'])
    expect((await flowsOf(engine))[0]?.schemaText).toBe(leadSchemas['2020'])
  })

  it('is tried on twenty leads at most', async () => {
    const engine = await startTestEngine()
    for (let at = 0; at < 22; at++) await post(engine.url, leadBody({ FirstName: `N${at}` }))
    const { leads } = await engine.handlers['flow.try-schema']({
      id: engine.flowId,
      schemaText: '{"required":["None"]}',
    })
    expect(leads).toHaveLength(20)
    expect(leads[0]?.lead.firstName).toBe('N21')
    expect(leads.every(({ outcome }) => outcome === 'fails')).toBe(true)
  })

  it('says what a body is to a flow that reads it as text', async () => {
    const engine = await startTestEngine()
    await post(engine.url, leadBody(), { 'Content-Type': 'text/plain' })
    const { leads } = await engine.handlers['flow.try-schema']({
      id: engine.flowId,
      schemaText: leadSchemas['2020'],
    })
    expect(leads[0]).toMatchObject({
      outcome: 'fails',
      messages: ['Invalid type. Expected Object but got String.'],
    })
  })

  it('that cannot be used is explained instead', async () => {
    const engine = await startTestEngine()
    await post(engine.url)
    const trial = await engine.handlers['flow.try-schema']({ id: engine.flowId, schemaText: '{"type":"objct"}' })
    expect(trial).toMatchObject({ leads: [], problems: [{ code: 'type-unknown', pointer: '/type' }] })
  })
})
