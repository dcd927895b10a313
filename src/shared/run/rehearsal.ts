/** A record that a rehearsed *Create a new record* kept, as the CRM would. */
export type CrmRecord = {
  readonly id: number
  readonly createdAt: number
  readonly flowName: string
  readonly system: 'dataverse' | 'salesforce' | 'hubspot'
  readonly runId: number
  readonly columns: readonly { readonly name: string; readonly value: string }[]
}

export type OutboxMailSummary = {
  readonly id: number
  readonly createdAt: number
  readonly flowName: string
  readonly runId: number
  readonly to: readonly string[]
  readonly subject: string
}

/** A mail that a rehearsed *Send an email* kept in the local outbox. */
export type OutboxMail = OutboxMailSummary & {
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  readonly importance: 'low' | 'normal' | 'high'
  /** To be shown as it would look, in a sandbox without scripts or network. */
  readonly html: string
  readonly text: string
}
