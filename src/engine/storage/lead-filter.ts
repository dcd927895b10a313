import type { LeadQuery } from '@shared/lead/lead-query'
import { verdicts } from '@shared/lead/verdict'
import type { FacetKind, FacetTable } from './facet-table'
import { toSearchExpression } from './search-query'
import { verdictCode } from './verdict-code'

/** A query as the tables answer it. */
export type LeadFilter = {
  /** FTS5 expression over the columns `text` and `tags` of the text index; null where the query has no such part. */
  readonly match: string | null
  readonly unread: boolean
  readonly pinned: boolean
}

/** @returns null when no lead can match: it asks for a value that no lead has. */
export function toLeadFilter(query: LeadQuery, facets: FacetTable): LeadFilter | null {
  const parts: string[] = []
  const text = toSearchExpression(query.text)
  if (text !== null) parts.push(`text : (${text})`)
  if (query.verdicts.length > 0 && query.verdicts.length < verdicts.length)
    parts.push(anyTag(query.verdicts.map((verdict) => `v${verdictCode(verdict)}`)))
  for (const [kind, letter, values] of [
    ['action', 'a', query.actionCodes],
    ['source', 's', query.sources],
    ['offer', 'o', query.offers],
    ['country', 'c', query.countries],
  ] as const) {
    if (values.length === 0) continue
    const tags = facetTags(facets, kind, letter, values)
    if (tags.length === 0) return null
    parts.push(anyTag(tags))
  }
  if (query.isTest !== null) parts.push(anyTag([query.isTest ? 't1' : 't0']))
  return { match: parts.length === 0 ? null : parts.join(' AND '), unread: query.unread, pinned: query.pinned }
}

function facetTags(facets: FacetTable, kind: FacetKind, letter: string, values: readonly string[]): readonly string[] {
  const tags = new Set<string>()
  for (const value of values) {
    const id = value === '' ? 0 : facets.findId(kind, value)
    if (id !== null) tags.add(`${letter}${id}`)
  }
  return [...tags]
}

function anyTag(tags: readonly string[]): string {
  return `tags : (${tags.join(' OR ')})`
}

/** SQL that gives a lead's tags, from the columns of `lead`. */
export const tagsSql =
  "'v' || verdict || ' a' || action_facet || ' s' || source_facet || ' o' || offer_facet || ' c' || country_facet || ' t' || is_test"
