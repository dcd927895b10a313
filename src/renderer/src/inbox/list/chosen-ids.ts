import type { LeadQuery } from '@shared/lead/lead-query'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { callEngine } from '../../state/bridge'
import type { Selection } from './selection'

/** The most leads that a command takes by id. */
const idLimit = 100_000
const pageLimit = 1000

/**
 * Ids of the chosen leads, the oldest first: in the order in which they came. Of everything that a query finds, the
 * newest 100,000. Rejects with an `AppError` when the engine cannot tell.
 */
export async function readChosenIds(selection: Selection, query: LeadQuery): Promise<readonly number[]> {
  if (selection !== 'all') return [...selection.ids].toSorted((one, other) => one - other)
  const ids: number[] = []
  let from: number | null = null
  while (ids.length < idLimit) {
    const page: readonly LeadSummary[] = await callEngine('leads.page', { query, from, limit: pageLimit })
    ids.push(...page.map(({ id }) => id))
    const last = page.at(-1)
    if (!last || page.length < pageLimit) break
    from = last.id - 1
  }
  return ids.slice(0, idLimit).reverse()
}
