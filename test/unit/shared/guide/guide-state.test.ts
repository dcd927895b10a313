import guide from '@resources/locales/en/guide.json'
import type { GuideFacts, GuideFlow, GuideOffer } from '@shared/guide/guide-facts'
import { guideState } from '@shared/guide/guide-state'
import type { GuidePlace, GuideSeenCode, GuideStepId } from '@shared/guide/guide-steps'
import { describe, expect, it, test } from 'vitest'
import { doneSteps, everythingDone, guideFlow, guideOffer, stepOf } from '../../../helpers/guide-facts'

const nothing: GuideFacts = { flow: null, offer: null }
const flowId = guideFlow().id

describe('the guide', () => {
  it('begins with a flow to make', () => {
    const state = guideState(nothing, { publicBaseUrl: '' })
    expect(doneSteps(nothing)).toEqual([])
    expect(state).toMatchObject({ done: 0, total: 14 })
    expect(stepOf(nothing, 'flow')).toMatchObject({ state: 'next', place: { kind: 'new-flow' } })
    expect(stepOf(nothing, 'public')).toMatchObject({ state: 'optional', place: { kind: 'tunnel' } })
    // Whatever needs the flow leads to making it.
    for (const id of ['schema', 'anyone', 'action', 'url', 'test', 'send', 'run'] as const)
      expect(stepOf(nothing, id), id).toMatchObject({ state: 'open', seen: null, place: { kind: 'new-flow' } })
  })

  it('has exactly one next step until all are done, and that is the first open one', () => {
    const half: GuideFacts = { ...everythingDone, flow: guideFlow({ accepted: { id: 1, at: 1 } }) }
    const steps = guideState(half, { publicBaseUrl: '' }).groups.flatMap((group) => group.steps)
    expect(steps.filter(({ state }) => state === 'next').map(({ id }) => id)).toEqual(['schema'])
  })

  it('is at its end without a tunnel, and counts one where there is one', () => {
    expect(guideState(everythingDone, { publicBaseUrl: '' })).toMatchObject({ done: 14, total: 14 })
    const address = 'https://leads.example.com'
    expect(guideState(everythingDone, { publicBaseUrl: address })).toMatchObject({ done: 15, total: 15 })
    expect(stepOf(everythingDone, 'public', address)).toMatchObject({ state: 'done', seen: { params: { address } } })
  })

  it('shows names of others without what could hide in them', () => {
    const flow = guideFlow({ name: `Le\u202eads${'x'.repeat(300)}` })
    const { seen } = stepOf({ ...nothing, flow }, 'flow')
    expect(seen?.params.flow).not.toContain('\u202e')
    expect(String(seen?.params.flow).length).toBeLessThan(120)
  })
})

type FlowRow = readonly [GuideStepId, Partial<GuideFlow>, boolean, GuideSeenCode | null, Partial<GuidePlace>]

const run = { id: 7, at: 70, madeRecord: false, sentMail: false } as const

test.each<FlowRow>([
  ['flow', {}, true, 'flowMade', { kind: 'flow', flowId }],
  ['flow', { isBuiltIn: true }, true, 'flowBuiltIn', { kind: 'flow' }],
  ['schema', {}, false, 'schemaNone', { kind: 'schema' }],
  ['schema', { schemaFields: 4 }, true, 'schemaFields', { kind: 'schema' }],
  ['anyone', {}, true, 'anyone', { kind: 'who' }],
  ['anyone', { isForAnyone: false }, false, 'tenant', { kind: 'who' }],
  ['anyone', { isOn: false }, false, 'flowOff', { kind: 'flow' }],
  ['action', {}, false, null, { kind: 'actions' }],
  ['action', { mail: 'plain' }, false, 'actionPlain', { kind: 'actions' }],
  ['action', { mail: 'filled' }, true, 'actionMail', { kind: 'actions' }],
  ['action', { record: 'filled', mail: 'plain' }, true, 'actionRecord', { kind: 'actions' }],
  ['action', { record: 'filled', mail: 'filled' }, true, 'actionBoth', { kind: 'actions' }],
  ['url', {}, false, null, { kind: 'url' }],
  ['url', { urlCopiedAt: 10 }, true, 'urlCopied', { kind: 'url' }],
  ['request', {}, false, null, { kind: 'new-request' }],
  ['request', { request: { nodeId: 'n', name: 'a', folder: 'b' } }, true, 'requestSaved', { kind: 'request' }],
  ['test', {}, false, null, { kind: 'test' }],
  ['test', { testedAt: 20 }, true, 'testStarted', { kind: 'test' }],
  ['send', {}, false, null, { kind: 'new-request' }],
  ['send', { refused: { id: 5, at: 50 } }, false, 'requestRefused', { kind: 'lead', id: 5 }],
  ['send', { accepted: { id: 6, at: 60 } }, true, 'requestTaken', { kind: 'lead', id: 6 }],
  ['send', { run: { ...run, state: 'failed' } }, true, 'requestTaken', { kind: 'new-request' }],
  ['run', {}, false, null, { kind: 'test' }],
  ['run', { run: { ...run, state: 'running' } }, false, 'runRunning', { kind: 'run', id: 7 }],
  ['run', { run: { ...run, state: 'failed' } }, false, 'runFailed', { kind: 'run', id: 7 }],
  ['run', { run: { ...run, state: 'succeeded' } }, true, 'runSucceeded', { kind: 'run', id: 7 }],
  ['run', { run: { ...run, state: 'succeeded', sentMail: true } }, true, 'runMail', { kind: 'run' }],
  ['run', { run: { ...run, state: 'succeeded', madeRecord: true } }, true, 'runRecord', { kind: 'run' }],
])('%s of a flow with %j: done %s', (id, changes, isDone, code, place) => {
  const step = stepOf({ flow: guideFlow(changes), offer: null }, id)
  expect(step.state === 'done').toBe(isDone)
  expect(step.seen?.code ?? null).toBe(code)
  expect(step.place).toMatchObject(place)
})

type OfferRow = readonly [GuideStepId, Partial<GuideOffer>, boolean, GuideSeenCode | null, GuidePlace['kind']]

test.each<OfferRow>([
  ['offer', {}, true, 'offerMade', 'offer'],
  ['connect', {}, false, null, 'connect'],
  ['connect', { connectedTo: 'elsewhere' }, false, 'connectedElsewhere', 'connect'],
  ['connect', { connectedTo: 'old-url' }, false, 'connectedOld', 'connect'],
  ['connect', { connectedTo: 'flow' }, true, 'connected', 'connect'],
  ['validate', { connectedTo: 'flow' }, false, null, 'validate'],
  ['validate', { connectedTo: 'flow', validatedAt: 1 }, true, 'validated', 'validate'],
  // Over another connection it says nothing about this flow.
  ['validate', { connectedTo: 'elsewhere', validatedAt: 1 }, false, null, 'connect'],
  ['publish', { connectedTo: 'flow' }, false, null, 'publish'],
  ['publish', { connectedTo: 'flow', isPublished: true }, true, 'published', 'publish'],
  ['publish', { connectedTo: 'elsewhere', isPublished: true }, false, null, 'connect'],
  ['lead', { connectedTo: 'flow' }, false, null, 'publish'],
  ['lead', { connectedTo: 'flow', isPublished: true }, false, null, 'send-lead'],
  ['lead', { connectedTo: 'flow', isPublished: true, lead: { id: 9, at: 9 } }, true, 'leadArrived', 'lead'],
  ['lead', { connectedTo: 'flow', lead: { id: 9, at: 9 } }, false, null, 'publish'],
])('%s of an offer with %j: done %s', (id, changes, isDone, code, place) => {
  const step = stepOf({ flow: guideFlow(), offer: guideOffer(changes) }, id)
  expect(step.state === 'done').toBe(isDone)
  expect(step.seen?.code ?? null).toBe(code)
  expect(step.place.kind).toBe(place)
})

test('groups and steps stand in the texts in their order', () => {
  const steps = guideState(nothing, { publicBaseUrl: '' }).groups
  expect(Object.keys(guide.group)).toEqual(steps.map(({ id }) => id))
  expect(Object.keys(guide.step)).toEqual(steps.flatMap((group) => group.steps.map(({ id }) => id)))
})
