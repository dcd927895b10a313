/** What can be wrong or odd in a "Request Body JSON Schema"; the sentence is `problem.<code>` in the flows' locale. */
export type SchemaProblemCode =
  // With these it cannot be used.
  | 'not-json'
  | 'not-an-object'
  | 'too-large'
  | 'too-deep'
  | 'reference-remote'
  | 'reference-missing'
  | 'type-unknown'
  | 'expects-object'
  | 'expects-list'
  | 'expects-text'
  | 'expects-number'
  | 'expects-yes-or-no'
  | 'list-empty'
  | 'list-repeats'
  | 'number-too-small'
  | 'pattern-broken'
  | 'not-valid'
  // It can be used, but does not do what its author may think.
  | 'keyword-unknown'
  | 'format-unknown'
  | 'odd'

export type SchemaProblem = {
  readonly severity: 'error' | 'warning'
  readonly code: SchemaProblemCode
  /** JSON pointer (RFC 6901) into the schema; `''` is the whole of it. */
  readonly pointer: string
  readonly params: Readonly<Record<string, string | number>>
}
