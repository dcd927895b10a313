import { z } from 'zod'
import { isEmailAddress } from '../lead/email-address'
import { longestUrl, mostContactEmails } from './connection-limits'

const nameSchema = z.string().trim().min(1).max(200)

/** `publisher.offer`, as `LeadSource` names it: the bar would end it. */
const offerIdSchema = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^|\s]*$/)

export const connectionSchema = z.strictObject({
  url: z
    .string()
    .max(longestUrl)
    .regex(/^https?:\/\//i),
  contactEmails: z.array(z.string().refine(isEmailAddress)).min(1).max(mostContactEmails),
})

export const offerDetailsSchema = z.strictObject({ name: nameSchema, offerId: offerIdSchema })

export const offerSchema = offerDetailsSchema.extend({
  id: z.string().min(1).max(100),
  /** null until *Connect* was answered with *OK*. */
  connection: connectionSchema.nullable(),
  /** Leads come only then. */
  published: z.boolean(),
  /** When the test lead went well over the present connection, ms since 1970; null when it has not yet. */
  validatedAt: z.number().nullable(),
})
