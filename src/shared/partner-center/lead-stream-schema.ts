import { z } from 'zod'

export const actionCodeSchema = z.string().trim().min(1).max(100)
export const leadSourceSchema = z.string().trim().min(1).max(100)

export const streamOptionsSchema = z.strictObject({
  /** See `fastestStream`. */
  perSecond: z.number().min(0.1).max(50),
  /** Each is equally frequent. */
  actionCodes: z.array(actionCodeSchema).min(1).max(20),
  sources: z.array(leadSourceSchema).min(1).max(20),
  /** How many of a hundred requests send an earlier lead once more: a lead can arrive twice. */
  duplicatePercent: z.number().int().min(0).max(100),
  /** How often a lead is sent again that was not taken; whether Partner Center does is not documented. */
  retries: z.number().int().min(0).max(5),
})
