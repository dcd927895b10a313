import type { RunSummary } from '@shared/run/run'
import { useEngine } from '../../state/engine-store'

/** Why a run of a lead that is still there cannot be resubmitted: params of the error `flow-not-on`; null where it can. */
export type ResubmitBlock = { readonly name: string; readonly context: 'disabled' | 'suspended' | 'deleted' }

/** Says it before the button is pressed; the engine would refuse. */
export function useResubmitBlock({ flowId, flowName, leadId, state }: RunSummary): ResubmitBlock | null {
  const flows = useEngine(({ hydration }) => hydration?.flows)
  // Not known yet, or another reason comes first.
  if (flows === undefined || leadId === null || state.state === 'Running') return null
  const flow = flows.find(({ id }) => id === flowId)
  if (flow === undefined) return { name: flowName, context: 'deleted' }
  return flow.state === 'started' ? null : { name: flow.name, context: flow.state }
}
