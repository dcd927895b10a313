/**
 * Why a request was not taken as a lead by the flow, in the order in which it is looked for.
 * The sentences (headline, why, what to do) are `diagnosis.<code>` in the locale.
 */
export const diagnosisCodes = [
  // The connection or the HTTP message itself.
  'malformed-http',
  'headers-too-large',
  'target-too-long',
  'body-too-large',
  'inflated-too-large',
  'request-timeout',
  'request-aborted',
  'encoding-unknown',
  'encoding-broken',
  'cross-site',
  'overloaded',
  'not-stored',
  // The address.
  'not-a-flow-url',
  'double-slash',
  'workflow-unknown',
  'workflow-id-cut',
  'ampersand-escaped',
  'url-has-space',
  'url-has-quotes',
  'sig-missing',
  'sig-cut',
  'sig-wrong',
  'sig-old',
  'authorization-clash',
  'api-version-missing',
  'tenant-only',
  'flow-off',
  'flow-deleted',
  'method-not-allowed',
  // A visit without a lead: `GET /`, HEAD, OPTIONS leave no entry at all, so they have no code.
] as const

export type DiagnosisCode = (typeof diagnosisCodes)[number]

export type Diagnosis = {
  readonly code: DiagnosisCode
  /** Values named in the sentence; never a secret. */
  readonly params: Readonly<Record<string, string | number>>
}
