import type { GuideFacts, GuideFlow, GuideOffer } from '@shared/guide/guide-facts'
import { guideState } from '@shared/guide/guide-state'
import type { GuideStep, GuideStepId } from '@shared/guide/guide-steps'

/** A flow that was just made: on, for anyone, and nothing else. */
export function guideFlow(changes: Partial<GuideFlow> = {}): GuideFlow {
  return {
    id: 'f'.repeat(32),
    name: 'Leads',
    isBuiltIn: false,
    isOn: true,
    isForAnyone: true,
    schemaFields: 0,
    record: 'none',
    mail: 'none',
    urlCopiedAt: null,
    request: null,
    testedAt: null,
    accepted: null,
    refused: null,
    run: null,
    ...changes,
  }
}

/** An offer that was just made. */
export function guideOffer(changes: Partial<GuideOffer> = {}): GuideOffer {
  return {
    id: 'o',
    name: 'CRM Connector',
    connectedTo: 'nothing',
    validatedAt: null,
    isPublished: false,
    lead: null,
    ...changes,
  }
}

/** Facts of which every step but the tunnel is done. */
export const everythingDone: GuideFacts = {
  flow: guideFlow({
    schemaFields: 12,
    record: 'filled',
    mail: 'filled',
    urlCopiedAt: 1,
    request: { nodeId: 'n', name: 'Try', folder: 'Contoso' },
    testedAt: 2,
    accepted: { id: 3, at: 3 },
    run: { id: 4, at: 4, state: 'succeeded', madeRecord: true, sentMail: true },
  }),
  offer: guideOffer({ connectedTo: 'flow', validatedAt: 5, isPublished: true, lead: { id: 6, at: 6 } }),
}

export function stepOf(facts: GuideFacts, id: GuideStepId, publicBaseUrl = ''): GuideStep {
  const step = guideState(facts, { publicBaseUrl })
    .groups.flatMap(({ steps }) => steps)
    .find((candidate) => candidate.id === id)
  if (!step) throw new Error(`The guide has no step ${id}.`)
  return step
}

/** The steps that are done, in their order. */
export function doneSteps(facts: GuideFacts, publicBaseUrl = ''): readonly GuideStepId[] {
  return guideState(facts, { publicBaseUrl }).groups.flatMap(({ steps }) =>
    steps.flatMap(({ id, state }) => (state === 'done' ? [id] : [])),
  )
}
