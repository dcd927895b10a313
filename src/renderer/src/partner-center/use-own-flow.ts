import type { Flow } from '@shared/flow/flow'
import { buildFlowUrl } from '@shared/flow/flow-url'
import { ownFlowId } from '@shared/partner-center/check-connection'
import { presentFlows } from '../state/chosen-flow'
import { useEngine } from '../state/engine-store'
import { useSettings } from '../state/settings-store'

const noFlows: readonly Flow[] = []

/** The flow of ours that a URL leads to; null for any other URL. */
export function useOwnFlow(url: string): Flow | null {
  const flows = useEngine((state) => state.hydration?.flows ?? noFlows)
  const id = ownFlowId(
    url,
    flows.map((flow) => flow.id),
  )
  return flows.find((flow) => flow.id === id) ?? null
}

export type FlowUrls = {
  readonly flow: Flow
  /** With their secret. */
  readonly local: string
  /** null while no public address is known. */
  readonly public: string | null
}

/** The URLs of all flows, under this computer's address and under the public one. */
export function useFlowUrls(): readonly FlowUrls[] {
  const hydration = useEngine((state) => state.hydration)
  const { engine, publicBaseUrl, urlShape } = useSettings((state) => state.settings)
  if (!hydration) return []
  const port = hydration.receiver.state === 'listening' ? hydration.receiver.port : engine.port
  return presentFlows(hydration.flows).map((flow) => {
    const signature = flow.triggeredBy === 'tenant' ? null : flow.signature
    const under = (base: string) => buildFlowUrl(base, { id: flow.id, signature }, urlShape)
    return {
      flow,
      local: under(`http://127.0.0.1:${port}`),
      public: publicBaseUrl === '' ? null : under(publicBaseUrl),
    }
  })
}
