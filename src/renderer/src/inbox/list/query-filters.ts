import type { LeadFacets, LeadQuery } from '@shared/lead/lead-query'
import { type Verdict, verdicts } from '@shared/lead/verdict'

/** The filters that are a list of alternatives, and the facet that counts their values. */
export const listFilters = [
  { key: 'verdicts', facet: 'verdict' },
  { key: 'actionCodes', facet: 'actionCode' },
  { key: 'sources', facet: 'source' },
  { key: 'offers', facet: 'offer' },
  { key: 'countries', facet: 'country' },
] as const

export type ListFilterKey = (typeof listFilters)[number]['key']

/** One filter that is on, as a chip shows it. */
export type ActiveFilter =
  | { readonly kind: 'value'; readonly key: ListFilterKey; readonly value: string }
  | { readonly kind: 'test' | 'real' | 'unread' | 'pinned' }

/** Values of a facet with their counts; those that are filtered by but are gone from the data stay, with 0. */
export function facetValues(query: LeadQuery, facets: LeadFacets, key: ListFilterKey): LeadFacets['offer'] {
  const facet = listFilters.find((filter) => filter.key === key)?.facet ?? 'verdict'
  const known = facets[facet]
  const gone = query[key].filter((value) => !known.some((candidate) => candidate.value === value))
  return [...known, ...gone.map((value) => ({ value, count: 0 }))]
}

/** The query with one value of a filter put on or off. */
export function toggleValue(query: LeadQuery, key: ListFilterKey, value: string): LeadQuery {
  const toggle = (values: readonly string[]) =>
    values.includes(value) ? values.filter((candidate) => candidate !== value) : [...values, value]
  if (key === 'verdicts') return { ...query, verdicts: toggle(query.verdicts).filter(isVerdict) }
  return { ...query, [key]: toggle(query[key]) }
}

/** What is filtered by, the search text aside, in the order of the filter bar. */
export function activeFilters(query: LeadQuery): readonly ActiveFilter[] {
  return [
    ...listFilters.flatMap(({ key }) => query[key].map((value) => ({ kind: 'value', key, value }) as const)),
    ...(query.isTest === null ? [] : [{ kind: query.isTest ? 'test' : 'real' } as const]),
    ...(query.unread ? [{ kind: 'unread' } as const] : []),
    ...(query.pinned ? [{ kind: 'pinned' } as const] : []),
  ]
}

/** The query without one of its filters. */
export function removeFilter(query: LeadQuery, filter: ActiveFilter): LeadQuery {
  if (filter.kind === 'value') return toggleValue(query, filter.key, filter.value)
  if (filter.kind === 'unread') return { ...query, unread: false }
  if (filter.kind === 'pinned') return { ...query, pinned: false }
  return { ...query, isTest: null }
}

/** True when the search or a filter is on. */
export function isFiltered(query: LeadQuery): boolean {
  return query.text.trim() !== '' || activeFilters(query).length > 0
}

function isVerdict(value: string): value is Verdict {
  return verdicts.some((verdict) => verdict === value)
}
