import { visibleString } from '../text/visible-string'
import type { GuideFacts } from './guide-facts'
import { type GuideSeen, type GuideState, type GuideStepId, guideGroups } from './guide-steps'
import { judgeFlow } from './judge-flow'
import { judgeOffer } from './judge-offer'
import { judgeTrial } from './judge-trial'
import type { Judgement } from './judgement'

/** What the window knows beside the engine: the tunnel's address; '' while there is none. */
export type WindowFacts = { readonly publicBaseUrl: string }

/** Leads of this computer come without a tunnel: a rehearsal is whole without it. */
const optional: ReadonlySet<GuideStepId> = new Set(['public'])

/** Pure: every step of the articles with its state, judged by what is stored and by nothing else. */
export function guideState(facts: GuideFacts, { publicBaseUrl }: WindowFacts): GuideState {
  const judged: Readonly<Record<GuideStepId, Judgement>> = {
    ...judgeFlow(facts.flow),
    ...judgeTrial(facts.flow),
    ...judgeOffer(facts.offer, facts.flow),
    public: { isDone: publicBaseUrl !== '', seen: addressSeen(publicBaseUrl), place: { kind: 'tunnel' } },
  }
  const order = guideGroups.flatMap(({ steps }): readonly GuideStepId[] => steps)
  const next = order.find((id) => !judged[id].isDone && !optional.has(id))
  const counted = order.filter((id) => judged[id].isDone || !optional.has(id))
  return {
    groups: guideGroups.map(({ id: group, steps }) => ({
      id: group,
      steps: steps.map((id) => {
        const { isDone, seen, place } = judged[id]
        const state = isDone ? 'done' : id === next ? 'next' : optional.has(id) ? 'optional' : 'open'
        return { id, state, seen, place }
      }),
    })),
    done: counted.filter((id) => judged[id].isDone).length,
    total: counted.length,
  }
}

function addressSeen(address: string): GuideSeen | null {
  return address === ''
    ? null
    : { code: 'publicAddress', params: { address: visibleString(address.slice(0, 120)) }, at: null }
}
