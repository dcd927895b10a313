import type { FlowAction } from '@shared/flow/action'
import type { Database } from './database'
import { textAt } from './row-reader'
import { toStoredText } from './stored-text'

/** The steps of flows. Read for every lead, so they are remembered. */
export type FlowActionTable = {
  /** The same array until it is saved anew; [] where the flow has only its trigger. */
  readonly get: (flowId: string) => readonly FlowAction[]
  readonly save: (flowId: string, actions: readonly FlowAction[]) => void
}

const none: readonly FlowAction[] = []

export function createFlowActionTable(database: Database): FlowActionTable {
  const known = new Map<string, readonly FlowAction[]>()

  function read(flowId: string): readonly FlowAction[] {
    const row = database.get('SELECT actions FROM flow_actions WHERE flow_id = ?', [flowId])
    return row === null ? none : JSON.parse(textAt(row, 0))
  }

  return {
    get: (flowId) => {
      const remembered = known.get(flowId)
      if (remembered !== undefined) return remembered
      const actions = read(flowId)
      known.set(flowId, actions)
      return actions
    },
    save: (flowId, actions) => {
      database.run(
        'INSERT INTO flow_actions (flow_id, actions) VALUES (?, ?) ON CONFLICT (flow_id) DO UPDATE SET actions = excluded.actions',
        [flowId, toStoredText(JSON.stringify(actions))],
      )
      known.set(flowId, actions)
    },
  }
}
