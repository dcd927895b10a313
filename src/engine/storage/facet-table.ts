import type { FacetValue, LeadFacets } from '@shared/lead/lead-query'
import type { Verdict } from '@shared/lead/verdict'
import type { Database } from './database'
import { numberAt, textAt } from './row-reader'
import { capText, toStoredText } from './stored-text'

/** `total`, `test`, `unread`, `pinned` have one value, ''. */
export type FacetKind = 'verdict' | 'action' | 'source' | 'offer' | 'country' | 'total' | 'test' | 'unread' | 'pinned'

/** How much each facet's count changes; collected over a batch and written once. */
export type Tally = Map<number, number>

/**
 * The values that leads can be filtered by and how many leads have each: kept up to date in the transaction that changes
 * the leads, so that reading them costs the number of values, not of leads.
 */
export type FacetTable = {
  /** The number of a value, made where it is new; 0 for '', which is no value. */
  readonly idOf: (kind: FacetKind, value: string) => number
  /** null where no lead ever had it. */
  readonly findId: (kind: FacetKind, value: string) => number | null
  readonly write: (tally: Tally) => void
  readonly count: (kind: FacetKind, value?: string) => number
  readonly read: () => LeadFacets
  /** Forgets values that no lead has; only while no lead is deleted but not yet purged. */
  readonly removeUnused: () => void
  /** After a rollback: what was numbered since is gone. */
  readonly forget: () => void
}

/** Values are texts of others: so much of each is a facet, the rest of the text is still in the lead. */
const facetValueLimit = 200
const shownValues = 200
/** Senders choose the values, so what is remembered of them has a bound. */
const rememberedIds = 10_000

const writeCounts = `UPDATE facet SET count = count + (change.value ->> 1)
  FROM json_each(?) AS change WHERE facet.id = change.value ->> 0`

export function createFacetTable(database: Database): FacetTable {
  const ids = new Map<string, number>()

  function findId(kind: FacetKind, value: string): number | null {
    const stored = capText(value, facetValueLimit)
    const key = `${kind} ${stored}`
    const known = ids.get(key)
    if (known !== undefined) return known
    const row = database.get('SELECT id FROM facet WHERE kind = ? AND value = ?', [kind, toStoredText(stored)])
    return row === null ? null : remember(key, numberAt(row, 0))
  }

  function idOf(kind: FacetKind, value: string): number {
    if (value === '' && isValued(kind)) return 0
    const found = findId(kind, value)
    if (found !== null) return found
    const stored = capText(value, facetValueLimit)
    database.run('INSERT INTO facet (kind, value, count) VALUES (?, ?, 0)', [kind, toStoredText(stored)])
    return remember(`${kind} ${stored}`, numberAt(database.get('SELECT last_insert_rowid()'), 0))
  }

  function remember(key: string, id: number): number {
    if (ids.size >= rememberedIds) ids.clear()
    ids.set(key, id)
    return id
  }

  function count(kind: FacetKind, value = ''): number {
    const row = database.get('SELECT count FROM facet WHERE kind = ? AND value = ?', [
      kind,
      toStoredText(capText(value, facetValueLimit)),
    ])
    return row === null ? 0 : numberAt(row, 0)
  }

  function values(kind: FacetKind): readonly FacetValue[] {
    return database
      .all('SELECT value, count FROM facet WHERE kind = ? AND count > 0 ORDER BY count DESC, id LIMIT ?', [
        kind,
        shownValues,
      ])
      .map((row) => ({ value: textAt(row, 0), count: numberAt(row, 1) }))
  }

  return {
    idOf,
    findId,
    count,
    write: (tally) => {
      const changes = [...tally].filter(([, change]) => change !== 0)
      if (changes.length > 0) database.run(writeCounts, [JSON.stringify(changes)])
    },
    read: () => ({
      verdict: values('verdict'),
      actionCode: values('action'),
      source: values('source'),
      offer: values('offer'),
      country: values('country'),
      total: count('total'),
      test: count('test'),
      unread: count('unread'),
      pinned: count('pinned'),
    }),
    removeUnused: () => {
      database.run('DELETE FROM facet WHERE count = 0')
      ids.clear()
    },
    forget: () => ids.clear(),
  }
}

function isValued(kind: FacetKind): boolean {
  return kind === 'action' || kind === 'source' || kind === 'offer' || kind === 'country'
}

/** What of a lead is counted. The four facets are their numbers. */
export type CountedLead = {
  readonly verdict: Verdict
  readonly action: number
  readonly source: number
  readonly offer: number
  readonly country: number
  readonly isTest: boolean
  readonly unread: boolean
  readonly pinned: boolean
}

/** Adds a lead to a tally (`sign` 1) or takes it out (−1). */
export function tallyLead(facets: FacetTable, tally: Tally, lead: CountedLead, sign: 1 | -1): void {
  add(tally, facets.idOf('total', ''), sign)
  add(tally, facets.idOf('verdict', lead.verdict), sign)
  add(tally, lead.action, sign)
  add(tally, lead.source, sign)
  add(tally, lead.offer, sign)
  add(tally, lead.country, sign)
  if (lead.isTest) add(tally, facets.idOf('test', ''), sign)
  if (lead.unread) add(tally, facets.idOf('unread', ''), sign)
  if (lead.pinned) add(tally, facets.idOf('pinned', ''), sign)
}

function add(tally: Tally, id: number, change: number): void {
  if (id !== 0) tally.set(id, (tally.get(id) ?? 0) + change)
}
