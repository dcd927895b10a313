import type { Flow } from '../flow/flow'
import { cutUrl, queryPairs, queryValue, signatureLength } from '../url-doctor/flow-url-parts'

/** Why a flow of ours refuses what Partner Center sends to its URL; its sentences are `ownFlow.<code>` in the locale `partner`. */
export type OwnFlowTrouble = 'deleted' | 'off' | 'tenant' | 'other-method' | 'old-signature'

/** What has to be changed before leads arrive; null when nothing has. A damaged URL is the doctor's: `examineUrl`. */
export function ownFlowTrouble(url: string, flow: Flow): OwnFlowTrouble | null {
  if (flow.state === 'deleted') return 'deleted'
  if (flow.state !== 'started') return 'off'
  if (flow.triggeredBy === 'tenant') return 'tenant'
  if (flow.method !== 'POST') return 'other-method'
  const signature = queryValue(queryPairs(cutUrl(url).query), 'sig')
  return signature?.length === signatureLength && signature !== flow.signature ? 'old-signature' : null
}
