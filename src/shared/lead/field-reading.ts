import type { JsonValue } from '../json-value'

/**
 * What a lead says in one documented field. `sentPath` has the keys as sent, so `['userDetails', 'firstName']` where
 * the documentation says `UserDetails` and `FirstName`; in an array of leads it begins with the index.
 */
export type FieldReading =
  | { readonly state: 'present'; readonly value: string; readonly sentPath: readonly string[] }
  /** A number, an object … where the documentation has text. */
  | { readonly state: 'not-text'; readonly value: JsonValue; readonly sentPath: readonly string[] }
  /** Empty, or nothing but white space. */
  | { readonly state: 'blank'; readonly value: string; readonly sentPath: readonly string[] }
  | { readonly state: 'null'; readonly sentPath: readonly string[] }
  | { readonly state: 'missing' }
