import { AppError } from '@shared/app-error'
import type { Handlers } from '@shared/contract/command'
import type { EngineEvent } from '@shared/contract/engine-events'
import type { GuideCommands } from '@shared/contract/guide-commands'
import type { Flow } from '@shared/flow/flow'
import type { GuideFlow, GuideOffer } from '@shared/guide/guide-facts'
import { ownFlowId } from '@shared/partner-center/check-connection'
import type { Offer } from '@shared/partner-center/offer'
import { cutUrl, queryPairs, queryValue } from '@shared/url-doctor/flow-url-parts'
import type { Storage } from '../storage/open-storage'
import type { GuideSignals } from './guide-signals'
import { readGuideFlow } from './read-guide-flow'

export type GuideParts = {
  readonly storage: Pick<Storage, 'flows' | 'flowActions' | 'flowRuns' | 'guide' | 'offers'>
  readonly signals: GuideSignals
  /** A saved POST request that leads to a flow; null where there is none. */
  readonly savedRequest: (flowId: string) => GuideFlow['request']
  readonly publish: (event: EngineEvent) => void
}

/** The guide reads what others have stored, and notes what nothing else would show. */
export function createGuideHandlers(parts: GuideParts): Handlers<GuideCommands> {
  const { storage, signals, savedRequest, publish } = parts
  const { flows, offers, guide } = storage

  /** The first flow ever came with the app, also when it was renamed; deleted flows stay in the list. */
  function follow(wanted: string | null): { readonly flow: Flow; readonly isBuiltIn: boolean } | null {
    const all = flows.list()
    const present = all.filter(({ state }) => state !== 'deleted')
    const builtIn = all[0]?.id
    const flow = present.find(({ id }) => id === wanted) ?? present.findLast(({ id }) => id !== builtIn)
    return flow ? { flow, isBuiltIn: flow.id === builtIn } : null
  }

  function readOffer(flow: Flow | null): GuideOffer | null {
    const all = offers.list().map((offer) => ({ offer, connectedTo: connectionOf(offer, flow) }))
    const found =
      all.findLast(({ connectedTo }) => connectedTo === 'flow') ??
      all.findLast(({ connectedTo }) => connectedTo === 'old-url') ??
      all.at(-1)
    if (!found) return null
    const { offer, connectedTo } = found
    const { id, name, validatedAt, published: isPublished } = offer
    const lead = flow === null ? null : guide.ofOffer(flow.id, name)
    return { id, name, connectedTo, validatedAt, isPublished, lead }
  }

  return {
    'guide.read': ({ flowId }) => {
      const followed = follow(flowId)
      const sources = { storage, signals, savedRequest }
      return {
        flow: followed && readGuideFlow(sources, followed.flow, followed.isBuiltIn),
        offer: readOffer(followed?.flow ?? null),
      }
    },
    'guide.url-copied': ({ flowId }) => {
      const flow = flows.get(flowId)
      if (flow === null) throw new AppError('bad-input', { detail: 'flow' })
      signals.noteCopied(flow)
      publish({ type: 'guide-changed' })
      return null
    },
  }
}

function connectionOf({ connection }: Offer, flow: Flow | null): GuideOffer['connectedTo'] {
  if (connection === null) return 'nothing'
  if (flow === null || ownFlowId(connection.url, [flow.id]) === null) return 'elsewhere'
  const signature = queryValue(queryPairs(cutUrl(connection.url).query), 'sig')
  return signature === flow.signature ? 'flow' : 'old-url'
}
