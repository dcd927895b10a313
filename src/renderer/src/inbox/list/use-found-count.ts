import { useEngine } from '../../state/engine-store'
import { useLeadList } from './lead-list-store'
import { isFiltered } from './query-filters'

/**
 * How many leads the query finds. While only the newest are known, the count of all stored leads stands for an
 * unfiltered list; a filtered one then counts what is known so far.
 */
export function useFoundCount(): number {
  const known = useLeadList((state) => state.window.list.total)
  const isHeadOfAll = useLeadList(({ window }) => window.phase.state === 'head' && !isFiltered(window.query))
  const stored = useEngine((state) => state.hydration?.facets.total ?? 0)
  return isHeadOfAll ? Math.max(stored, known) : known
}
