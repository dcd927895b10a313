import { newRequest } from '@shared/request/request-template'
import { describe, expect, it } from 'vitest'
import { type RunningEngine, startTestEngine } from '../../helpers/engine'
import { mailAction, recordAction } from '../../helpers/flow-actions'
import { doneSteps, stepOf } from '../../helpers/guide-facts'
import { contactEmails } from '../../helpers/offers'
import { post, sampleLead } from '../../helpers/post'
import { tempFolder } from '../../helpers/temp-folder'

const schemaText = JSON.stringify({
  type: 'object',
  properties: { UserDetails: { type: 'object', properties: { FirstName: {}, Email: {} } }, OfferTitle: {} },
})

describe('guide.read', () => {
  it('sees the whole way of the articles, step by step, and again after a restart', async () => {
    const folder = tempFolder()
    const engine = await startTestEngine({ folder })
    const { handlers } = engine
    const read = () => handlers['guide.read']({ flowId: null })
    const done = async () => doneSteps(await read())
    // The flow that came with the app is not one that the user has made.
    expect(await read()).toEqual({ flow: null, offer: null })

    const { id } = await handlers['flow.create']({ name: 'Leads' })
    expect(await done()).toEqual(['flow', 'anyone'])
    await handlers['flow.change']({ id, changes: { schemaText } })
    expect(stepOf(await read(), 'schema').seen).toMatchObject({ params: { flow: 'Leads', count: 3 } })
    await handlers['flow-actions.save']({ flowId: id, actions: [mailAction({ subject: 'Lead', body: 'A lead' })] })
    expect(stepOf(await read(), 'action')).toMatchObject({ state: 'next', seen: { code: 'actionPlain' } })
    await handlers['flow-actions.save']({ flowId: id, actions: [mailAction(), recordAction()] })
    await handlers['guide.url-copied']({ flowId: id })
    await engine.event('guide-changed')
    expect(await done()).toEqual(['flow', 'schema', 'anyone', 'action', 'url'])

    const url = await urlOf(engine, id)
    const collection = await handlers['collections.create']({ name: 'Contoso', description: '' })
    const saved = { description: '', checks: [] }
    const place = { parentId: collection, beforeId: null }
    const get = { ...newRequest, method: 'GET', url }
    await handlers['node.create-request']({ place, content: { ...saved, name: 'Look', request: get } })
    expect((await read()).flow?.request).toBeNull()
    const request = { ...newRequest, url }
    const nodeId = await handlers['node.create-request']({ place, content: { ...saved, name: 'Try', request } })
    expect((await read()).flow?.request).toEqual({ nodeId, name: 'Try', folder: 'Contoso' })

    await handlers['flow-test.start']({ flowId: id })
    expect((await done()).slice(5)).toEqual(['request', 'test'])
    expect((await post(url)).status).toBe(202)
    await succeeded(engine)
    expect((await done()).slice(7)).toEqual(['send', 'run'])
    expect(stepOf(await read(), 'run').seen?.code).toBe('runBoth')

    const offer = await handlers['offer.create']({ name: 'CRM Connector', offerId: '' })
    await handlers['offer.connect']({ id: offer.id, connection: { url, contactEmails } })
    expect((await done()).slice(9)).toEqual(['offer', 'connect'])
    await handlers['offer.validate']({ id: offer.id })
    await handlers['offer.publish']({ id: offer.id })
    // Neither a test lead nor one that names no offer is a lead of the offer.
    expect((await done()).slice(11)).toEqual(['validate', 'publish'])
    const { leadId } = await handlers['offer.send-lead']({ id: offer.id, actionCode: 'INS', source: 'SPZA' })
    expect((await read()).offer?.lead?.id).toBe(leadId)
    expect(await done()).toHaveLength(14)
    await succeeded(engine, leadId)
    const facts = await read()
    await engine.close()

    const again = await startTestEngine({ folder })
    expect(await again.handlers['guide.read']({ flowId: null })).toEqual(facts)
  })

  it('takes back what is no longer true', async () => {
    const engine = await startTestEngine()
    const { handlers } = engine
    const { id } = await handlers['flow.create']({ name: 'Leads' })
    const url = await urlOf(engine, id)
    await handlers['guide.url-copied']({ flowId: id })
    const offer = await handlers['offer.create']({ name: 'CRM Connector', offerId: '' })
    await handlers['offer.connect']({ id: offer.id, connection: { url, contactEmails } })
    const read = () => handlers['guide.read']({ flowId: null })
    expect(doneSteps(await read())).toEqual(['flow', 'anyone', 'url', 'offer', 'connect'])

    // Another signature makes another URL of it.
    await handlers['flow.regenerate-signature']({ id })
    expect(doneSteps(await read())).toEqual(['flow', 'anyone', 'offer'])
    expect(stepOf(await read(), 'connect').seen?.code).toBe('connectedOld')
    await handlers['flow.change']({ id, changes: { triggeredBy: 'tenant' } })
    expect(doneSteps(await read())).toEqual(['flow', 'offer'])
    await handlers['flow.delete']({ id })
    expect(doneSteps(await read())).toEqual(['offer'])
  })

  it('follows the newest flow of the user, or the one that is asked for', async () => {
    const engine = await startTestEngine()
    const { handlers } = engine
    await handlers['flow.create']({ name: 'First' })
    const second = await handlers['flow.create']({ name: 'Second' })
    const nameOf = async (flowId: string | null) => (await handlers['guide.read']({ flowId })).flow?.name
    expect(await nameOf(null)).toBe('Second')
    expect(await nameOf(engine.flowId)).toBe('Default')
    expect((await handlers['guide.read']({ flowId: engine.flowId })).flow?.isBuiltIn).toBe(true)
    await handlers['flow.delete']({ id: second.id })
    expect(await nameOf(second.id)).toBe('First')
  })

  it('sees a request that was refused, and one whose URL is in a variable', async () => {
    const engine = await startTestEngine()
    const { handlers } = engine
    const { id } = await handlers['flow.create']({ name: 'Leads' })
    const url = await urlOf(engine, id)
    expect((await post(url, 'no JSON', { 'Content-Type': 'application/json' })).status).toBe(400)
    const read = async () => (await handlers['guide.read']({ flowId: null })).flow
    expect(await read()).toMatchObject({ accepted: null, refused: { id: expect.any(Number) }, run: null })
    await post(url, sampleLead)
    expect(await read()).toMatchObject({ accepted: { id: expect.any(Number) }, refused: null })

    // The collection that the app makes sends to the flow that came with it, until its variable is changed.
    const { environments } = await handlers['collections.get']({})
    expect(await read()).toMatchObject({ request: null })
    expect((await handlers['guide.read']({ flowId: engine.flowId })).flow?.request?.folder).toBe('Articles')
    const [environment] = environments
    if (!environment) throw new Error('There is no environment.')
    const variables = environment.variables.map((variable) => ({ ...variable, value: url }))
    await handlers['environment.change']({ id: environment.id, variables })
    expect(await read()).toMatchObject({ request: { folder: 'Articles' } })
  })
})

/** Waits for a run that succeeded: of a certain lead, or any. */
async function succeeded(engine: RunningEngine, leadId?: number | null): Promise<void> {
  await engine.event('flow-runs-changed', ({ runs }) =>
    runs.some((run) => run.state.state === 'Succeeded' && (leadId === undefined || run.leadId === leadId)),
  )
}

/** The URL of a flow other than the first, with its signature. */
async function urlOf(engine: RunningEngine, id: string): Promise<string> {
  const flow = (await engine.handlers.hydrate({})).flows.find((candidate) => candidate.id === id)
  if (!flow) throw new Error('There is no such flow.')
  const url = new URL(engine.url.replace(engine.flowId, id))
  url.searchParams.set('sig', flow.signature)
  return url.href
}
