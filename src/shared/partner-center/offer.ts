import type { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import type { offerSchema } from './offer-schema'

/** A rehearsed offer with its *Customer leads* connection. */
export type Offer = DeepReadonly<z.infer<typeof offerSchema>>

/** *Connection details* of the lead destination *HTTPS endpoint*. `url` has its secret: mask it where it is shown. */
export type OfferConnection = NonNullable<Offer['connection']>
