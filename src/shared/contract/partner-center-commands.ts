import { z } from 'zod'
import type { LeadDelivery, LeadStream } from '../partner-center/lead-stream'
import { actionCodeSchema, leadSourceSchema, streamOptionsSchema } from '../partner-center/lead-stream-schema'
import type { Offer } from '../partner-center/offer'
import { connectionSchema, offerDetailsSchema } from '../partner-center/offer-schema'
import type { Validation } from '../partner-center/validation'
import { command } from './command'

const idSchema = z.strictObject({ id: z.string().min(1).max(100) })

/** Everything that the view Partner Center shows. */
export type PartnerCenter = {
  /** In the order of their creation. */
  readonly offers: readonly Offer[]
  /** The last of each offer since the engine was started. */
  readonly validations: readonly Validation[]
  /** The last of each offer since the engine was started. */
  readonly streams: readonly LeadStream[]
}

/** The rehearsal of Partner Center. An id that does not exist (any more) is `bad-input`. */
export const partnerCenterCommands = {
  'partner-center.get': command<PartnerCenter>()(z.strictObject({})),

  'offer.create': command<Offer>()(offerDetailsSchema),
  'offer.change': command<Offer>()(idSchema.extend({ changes: offerDetailsSchema.partial() })),
  'offer.duplicate': command<Offer>()(idSchema.extend({ name: offerDetailsSchema.shape.name })),
  /** A deleted offer can be restored until the app is closed. Its stream stops. */
  'offer.delete': command<null>()(idSchema),
  'offer.restore': command<Offer>()(idSchema),

  /** *Connection details > OK*. Another URL stops the stream and has to be validated anew. */
  'offer.connect': command<Offer>()(idSchema.extend({ connection: connectionSchema })),
  /** No connection, no leads: unpublishes, and stops what sends. What it was can be had back until the app is closed. */
  'offer.disconnect': command<Offer>()(idSchema),
  /** Undoes the disconnection of an offer that was not connected anew; a stream that ran stays stopped. */
  'offer.reconnect': command<Offer>()(idSchema),
  /** Sends the test lead; each step is told as `validation-changed`. Answers when it has ended, or was stopped. */
  'offer.validate': command<Validation>()(idSchema),
  'offer.stop-validation': command<null>()(idSchema),
  /** Sends the test lead once more, as Partner Center does; from now on leads can be sent. */
  'offer.publish': command<Validation>()(idSchema),
  /** No more leads: a stream stops. */
  'offer.unpublish': command<Offer>()(idSchema),

  /** A made-up lead of a published offer. A network failure is an outcome, not an error. */
  'offer.send-lead': command<LeadDelivery>()(
    idSchema.extend({ actionCode: actionCodeSchema, source: leadSourceSchema }),
  ),
  /** Leads until it is stopped; told as `lead-stream-changed`, at most five times a second. */
  'offer.start-stream': command<LeadStream>()(idSchema.extend({ options: streamOptionsSchema })),
  'offer.stop-stream': command<null>()(idSchema),
} as const

export type PartnerCenterCommands = typeof partnerCenterCommands
