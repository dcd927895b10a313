import type { GuideTrace } from '@shared/guide/guide-facts'
import type { Database } from './database'
import { numberAt } from './row-reader'
import type { SqlRow } from './sql-value'
import { toStoredText } from './stored-text'

/** The leads that prove steps of the guide; each costs a look at the newest leads of one flow. */
export type GuideTable = {
  /** The newest lead of a flow that was answered with 2xx. */
  readonly accepted: (flowId: string) => GuideTrace | null
  /** The newest request to a flow, whatever was answered. */
  readonly newest: (flowId: string) => GuideTrace | null
  /** The newest lead of a flow that names an offer and is no test lead. */
  readonly ofOffer: (flowId: string, offerName: string) => GuideTrace | null
}

/** So far back is looked: the guide is read again while leads stream in. */
const lookedAt = 5000

/** A flow's newest leads, newest first, by the index `lead_by_flow`; the outer query stops at the first that fits. */
const newestOfFlow = `SELECT id, received_at, status, is_test, offer_facet FROM lead INDEXED BY lead_by_flow
  WHERE flow_id = ? AND deleted IS NULL AND verdict <> 6 ORDER BY id DESC LIMIT ${lookedAt}`

const selectAccepted = `SELECT id, received_at FROM (${newestOfFlow}) WHERE status BETWEEN 200 AND 299 LIMIT 1`

const selectNewest = `SELECT id, received_at FROM (${newestOfFlow}) LIMIT 1`

const selectOfOffer = `SELECT id, received_at FROM (${newestOfFlow}) WHERE is_test = 0 AND status BETWEEN 200 AND 299
  AND offer_facet = (SELECT id FROM facet WHERE kind = 'offer' AND value = ?) LIMIT 1`

export function createGuideTable(database: Database): GuideTable {
  return {
    accepted: (flowId) => readTrace(database.get(selectAccepted, [flowId])),
    newest: (flowId) => readTrace(database.get(selectNewest, [flowId])),
    ofOffer: (flowId, offerName) => readTrace(database.get(selectOfOffer, [flowId, toStoredText(offerName)])),
  }
}

function readTrace(row: SqlRow | null): GuideTrace | null {
  return row === null ? null : { id: numberAt(row, 0), at: numberAt(row, 1) }
}
