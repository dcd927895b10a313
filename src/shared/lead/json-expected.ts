/** What JSON text should have had at the place where it breaks; named in the locale under `finding:jsonExpected`. */
export type JsonExpected =
  | 'value'
  | 'property-name'
  | 'colon'
  | 'comma-or-end-of-object'
  | 'comma-or-end-of-array'
  | 'end-of-text'
  | 'closing-quote'
  | 'escape'
  | 'escaped-control-character'
  | 'number'
  | 'literal'
