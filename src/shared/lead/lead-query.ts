import type { Verdict } from './verdict'

/**
 * What the inbox shows: all parts must hold, values within a list are alternatives, an empty list means "any".
 * Its checks are in `lead-query-schema`, so that the window starts without zod.
 */
export type LeadQuery = {
  readonly text: string
  readonly verdicts: readonly Verdict[]
  readonly actionCodes: readonly string[]
  readonly sources: readonly string[]
  readonly offers: readonly string[]
  readonly countries: readonly string[]
  /** true: only test leads, false: only real ones. */
  readonly isTest: boolean | null
  readonly unread: boolean
  readonly pinned: boolean
}

export const everyLead: LeadQuery = {
  text: '',
  verdicts: [],
  actionCodes: [],
  sources: [],
  offers: [],
  countries: [],
  isTest: null,
  unread: false,
  pinned: false,
}

/** The facets of the inbox: for each value how many stored leads have it. */
export type LeadFacets = {
  readonly verdict: readonly FacetValue[]
  readonly actionCode: readonly FacetValue[]
  readonly source: readonly FacetValue[]
  readonly offer: readonly FacetValue[]
  readonly country: readonly FacetValue[]
  readonly total: number
  readonly test: number
  readonly unread: number
  readonly pinned: number
}

export type FacetValue = { readonly value: string; readonly count: number }
