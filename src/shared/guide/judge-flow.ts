import type { GuideFlow } from './guide-facts'
import type { GuideSeen, GuideStepId } from './guide-steps'
import { type Judgement, seen, shownName } from './judgement'

type FlowStep = Extract<GuideStepId, 'flow' | 'schema' | 'anyone' | 'action' | 'url'>

const makeIt: Judgement = { isDone: false, seen: null, place: { kind: 'new-flow' } }

/** *Make the flow*: what its definition says, as it is saved. */
export function judgeFlow(flow: GuideFlow | null): Readonly<Record<FlowStep, Judgement>> {
  if (flow === null) return { flow: makeIt, schema: makeIt, anyone: makeIt, action: makeIt, url: makeIt }
  const flowId = flow.id
  const name = { flow: shownName(flow.name) }
  return {
    flow: {
      isDone: true,
      seen: seen(flow.isBuiltIn ? 'flowBuiltIn' : 'flowMade', name),
      place: { kind: 'flow', flowId },
    },
    schema: {
      isDone: flow.schemaFields > 0,
      seen:
        flow.schemaFields > 0 ? seen('schemaFields', { ...name, count: flow.schemaFields }) : seen('schemaNone', name),
      place: { kind: 'schema', flowId },
    },
    anyone: {
      isDone: flow.isForAnyone && flow.isOn,
      seen: seen(!flow.isForAnyone ? 'tenant' : flow.isOn ? 'anyone' : 'flowOff', name),
      place: { kind: flow.isForAnyone && !flow.isOn ? 'flow' : 'who', flowId },
    },
    action: {
      isDone: flow.record === 'filled' || flow.mail === 'filled',
      seen: actionsSeen(flow),
      place: { kind: 'actions', flowId },
    },
    url: {
      isDone: flow.urlCopiedAt !== null,
      seen: flow.urlCopiedAt === null ? null : seen('urlCopied', name, flow.urlCopiedAt),
      place: { kind: 'url', flowId },
    },
  }
}

function actionsSeen({ name, record, mail }: GuideFlow): GuideSeen | null {
  const params = { flow: shownName(name) }
  if (record === 'filled' && mail === 'filled') return seen('actionBoth', params)
  if (record === 'filled') return seen('actionRecord', params)
  if (mail === 'filled') return seen('actionMail', params)
  return record === 'plain' || mail === 'plain' ? seen('actionPlain', params) : null
}
