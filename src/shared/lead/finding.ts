import type { LeadFieldKey } from './lead-field'

/** Where a finding comes from: the flow's schema, or our knowledge of what leads look like. */
export type FindingCode =
  // What the schema says; `message` has the trigger's own wording.
  | 'schema-mismatch'
  | 'schema-check-too-slow'
  | 'schema-check-endless'
  // What Power Automate will do with the lead although the schema lets it pass.
  | 'key-case-differs'
  | 'duplicate-key'
  | 'field-missing'
  | 'field-null'
  | 'field-blank'
  | 'field-not-text'
  | 'field-undocumented'
  | 'action-code-unknown'
  | 'lead-source-unknown'
  | 'do-not-contact'
  | 'email-not-valid'
  | 'content-type-not-json'
  | 'content-type-missing'
  | 'charset-not-utf8'
  | 'byte-order-mark'
  | 'user-details-missing'
  | 'user-details-as-text'
  | 'array-of-leads'
  | 'json-error'
  | 'json-too-deep'

/** One thing worth knowing about a lead, in place: the sentence is `finding.<code>` in the locale. */
export type Finding = {
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: FindingCode
  /** JSON pointer (RFC 6901) into the body as sent; `''` is the whole body. */
  readonly pointer: string
  /** The documented field it belongs to, if any. */
  readonly field?: LeadFieldKey
  /** The trigger's own wording (facts: "Invalid type. Expected String but got Null."). */
  readonly message?: string
  readonly params?: Readonly<Record<string, string | number>>
}
