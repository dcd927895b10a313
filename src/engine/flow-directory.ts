import type { FlowDirectory, KnownFlow } from './receiver/match-flow'
import type { FlowTable } from './storage/flow-table'

export type CachedFlowDirectory = FlowDirectory & {
  /** Reads the flows anew; called after every change of one. */
  readonly refresh: () => void
}

/** The flows as the receiver looks them up for every request: in memory, so that a request costs no query. */
export function createFlowDirectory(flows: Pick<FlowTable, 'list' | 'previousSignatures'>): CachedFlowDirectory {
  let known = read()

  function read(): ReadonlyMap<string, KnownFlow> {
    return new Map(
      flows.list().map((flow) => [flow.id, { ...flow, previousSignatures: flows.previousSignatures(flow.id) }]),
    )
  }

  return {
    byId: (id) => known.get(id),
    ids: () => [...known.keys()],
    refresh() {
      known = read()
    },
  }
}
