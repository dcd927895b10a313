import type { LeadQuery } from '@shared/lead/lead-query'
import { leadQuerySchema } from '@shared/lead/lead-query-schema'

/** A query with what a test asks for; the rest is "any". */
export function leadQuery(changes: Partial<LeadQuery> = {}): LeadQuery {
  return leadQuerySchema.parse(changes)
}
