import type { LeadSummary } from '@shared/lead/lead-summary'
import type { Database } from './database'
import type { NewLead } from './lead-store'
import { numberAt } from './row-reader'

/**
 * For each lead of a batch the earliest one with the same content: stored and not deleted, or before it in the batch.
 * One query for all of them.
 * @param firstId the id that the batch's first lead will have, the next ones follow
 */
export function findDuplicates(
  database: Database,
  batch: readonly NewLead[],
  firstId: number,
): readonly LeadSummary['duplicateOf'][] {
  const prints = batch.map((lead) => (lead.fingerprint === null ? null : Buffer.from(lead.fingerprint).toString('hex')))
  const earliest = new Map<string, NonNullable<LeadSummary['duplicateOf']>>()
  for (const row of database.all(findStored, [JSON.stringify(prints)])) {
    const print = prints[numberAt(row, 0)]
    if (print) earliest.set(print, { id: numberAt(row, 1), receivedAt: numberAt(row, 2) })
  }
  return batch.map((lead, position) => {
    const print = prints[position]
    if (!print) return null
    const found = earliest.get(print)
    if (found) return found
    earliest.set(print, { id: firstId + position, receivedAt: Math.round(lead.request.receivedAt) })
    return null
  })
}

const findStored = `SELECT wanted.key, lead.id, lead.received_at FROM json_each(?) AS wanted CROSS JOIN lead ON lead.id = (
  SELECT same.id FROM lead AS same INDEXED BY lead_by_fingerprint
  WHERE same.fingerprint = unhex(wanted.value) AND same.deleted IS NULL ORDER BY same.id LIMIT 1)`
