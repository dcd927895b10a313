import type { FlowDirectory, KnownFlow } from '../../../../src/engine/receiver/match-flow'

export const sampleFlow: KnownFlow = {
  id: '8f3c2e84cb581bab4e8696663facdc3d',
  name: 'Default',
  state: 'started',
  triggeredBy: 'anyone',
  method: 'POST',
  schemaText: '',
  schemaValidation: false,
  signature: 'sCrEgZI_q42qy7GKjjZk8scs1Ojq-uMQo98UqFmZbxg',
  createdAt: 1_750_000_000_000,
  previousSignatures: ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
}

/** A directory of flows as the engine has one. */
export function directoryOf(...flows: readonly KnownFlow[]): FlowDirectory {
  const byId = new Map(flows.map((flow) => [flow.id, flow]))
  return { byId: (id) => byId.get(id), ids: () => [...byId.keys()] }
}

/** Path and query of a flow's URL in the old shape. */
export function targetOf(flow: KnownFlow): string {
  return `/workflows/${flow.id}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${flow.signature}`
}
