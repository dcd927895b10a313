import type { FlowActivity } from '@shared/flow/flow-activity'
import type { LeadSummary } from '@shared/lead/lead-summary'
import type { Database } from './database'
import { numberAt, wordAt } from './row-reader'

/** What has come to each flow, and its last leads. */
export type FlowActivityTable = {
  /** Of the flows that leads have come to. Counted once, then kept up in memory: it is told after every batch of leads. */
  readonly read: () => readonly FlowActivity[]
  readonly add: (leads: readonly Pick<LeadSummary, 'flowId' | 'verdict' | 'receivedAt'>[]) => void
  /** Leads went or came back: count anew when asked. */
  readonly forget: () => void
  /** Ids of a flow's last leads, newest first. */
  readonly lastLeads: (flowId: string, limit: number) => readonly number[]
}

/** The rows of the index `lead_by_flow`. */
const matched = 'deleted IS NULL AND verdict <> 6'

export function createFlowActivityTable(database: Database): FlowActivityTable {
  let known: Map<string, FlowActivity> | null = null

  function count(): Map<string, FlowActivity> {
    const rows = database.all(
      `SELECT flow_id, count(*), max(received_at) FROM lead INDEXED BY lead_by_flow
       WHERE ${matched} AND flow_id IS NOT NULL GROUP BY flow_id`,
    )
    return new Map(
      rows.map((row) => {
        const flowId = wordAt(row, 0)
        return [flowId, { flowId, leads: numberAt(row, 1), lastAt: numberAt(row, 2) }]
      }),
    )
  }

  return {
    read: () => {
      known ??= count()
      return [...known.values()]
    },
    add: (leads) => {
      if (known === null) return
      for (const { flowId, verdict, receivedAt } of leads) {
        if (flowId === null || verdict === 'unmatched') continue
        const before = known.get(flowId)
        const lastAt = Math.max(before?.lastAt ?? 0, receivedAt)
        known.set(flowId, { flowId, leads: (before?.leads ?? 0) + 1, lastAt })
      }
    },
    forget: () => {
      known = null
    },
    lastLeads: (flowId, limit) =>
      database
        .all(`SELECT id FROM lead INDEXED BY lead_by_flow WHERE flow_id = ? AND ${matched} ORDER BY id DESC LIMIT ?`, [
          flowId,
          limit,
        ])
        .map((row) => numberAt(row, 0)),
  }
}
