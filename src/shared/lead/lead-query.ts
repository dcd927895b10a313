import { z } from 'zod'
import { verdicts } from './verdict'

/** What the inbox shows: all parts must hold, values within a list are alternatives, an empty list means "any". */
export const leadQuerySchema = z.strictObject({
  text: z.string().max(500).default(''),
  verdicts: z.array(z.enum(verdicts)).default([]),
  actionCodes: z.array(z.string()).default([]),
  sources: z.array(z.string()).default([]),
  offers: z.array(z.string()).default([]),
  countries: z.array(z.string()).default([]),
  /** true: only test leads, false: only real ones. */
  isTest: z.boolean().nullable().default(null),
  unread: z.boolean().default(false),
  pinned: z.boolean().default(false),
})

export type LeadQuery = z.infer<typeof leadQuerySchema>

export const everyLead: LeadQuery = leadQuerySchema.parse({})

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
