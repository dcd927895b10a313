import { z } from 'zod'
import { everyLead, type LeadQuery } from './lead-query'
import { verdicts } from './verdict'

/** A `LeadQuery`; what is left out filters nothing. */
export const leadQuerySchema = z.strictObject({
  text: z.string().max(500).default(everyLead.text),
  verdicts: z.array(z.enum(verdicts)).default(() => [...everyLead.verdicts]),
  actionCodes: z.array(z.string()).default(() => [...everyLead.actionCodes]),
  sources: z.array(z.string()).default(() => [...everyLead.sources]),
  offers: z.array(z.string()).default(() => [...everyLead.offers]),
  countries: z.array(z.string()).default(() => [...everyLead.countries]),
  isTest: z.boolean().nullable().default(everyLead.isTest),
  unread: z.boolean().default(everyLead.unread),
  pinned: z.boolean().default(everyLead.pinned),
}) satisfies z.ZodType<LeadQuery>
