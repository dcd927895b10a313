/** A rehearsed offer with its *Customer leads* connection. */
export type Offer = {
  readonly id: string
  readonly name: string
  /** `publisher.offer`, as `LeadSource` names it. */
  readonly offerId: string
  /** null until *Connect* was answered with *OK*. */
  readonly connection: OfferConnection | null
  readonly published: boolean
}

/** *Connection details* of the lead destination *HTTPS endpoint*. */
export type OfferConnection = { readonly url: string; readonly contactEmails: readonly string[] }
