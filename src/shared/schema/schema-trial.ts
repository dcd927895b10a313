import type { LeadSummary } from '../lead/lead-summary'
import type { SchemaProblem } from './schema-problem'

/** What a schema says to a stored lead. */
export type TriedLead = {
  readonly lead: LeadSummary
  /** `not-json` is refused whatever the schema says; `not-checked`: too large, or the check took too long. */
  readonly outcome: 'matches' | 'fails' | 'not-json' | 'not-checked'
  /** The trigger's own wordings, at most {@link triedMessages}. */
  readonly messages: readonly string[]
}

export const triedMessages = 5

/** How many of a flow's last leads a schema is tried on. */
export const triedLeads = 20

/** A schema that is being edited, tried. */
export type SchemaTrial = {
  readonly problems: readonly SchemaProblem[]
  /** Newest first; empty where the schema cannot be used or no lead has come. */
  readonly leads: readonly TriedLead[]
}
