/**
 * What a URL is: a flow's trigger under its present host, under the host that was retired, at a Lead Inspector (this
 * computer or a tunnel to one), something else, nothing yet, or an address that a `{{variable}}` holds.
 */
export type UrlKind = 'power-automate' | 'logic-apps-retired' | 'own-receiver' | 'other' | 'empty' | 'variable'

/** What can be mended by changing the text of the URL, in the order in which it is done. */
export const mendableCodes = [
  'encoded-whole',
  'doubled',
  'text-after',
  'has-space',
  'has-quotes',
  'has-backslashes',
  'ampersand-escaped',
  'text-before',
  'scheme-missing',
  'http-not-https',
  'double-slash',
  'encoded-twice',
  'api-version-missing',
] as const

/** What only a new copy of the URL, or a change of the flow, can mend. */
export const lostCodes = [
  'workflow-id-cut',
  'path-cut',
  'query-missing',
  'cut-before-sig',
  'sig-cut',
  'sig-too-long',
  'tenant-only',
  'host-retired',
] as const

export type MendableCode = (typeof mendableCodes)[number]
export type UrlFindingCode = MendableCode | (typeof lostCodes)[number]

/** One thing that is wrong, with the sentences `finding.<code>.{what,why,todo}` in the locale `doctor`. */
export type UrlFinding = {
  readonly code: UrlFindingCode
  readonly intent: 'info' | 'warning' | 'error'
  /** Values named in the sentences; never a secret. */
  readonly params: Readonly<Record<string, string | number>>
  /** The URL with this one thing mended; null where a change of the text cannot help. */
  readonly mend: string | null
}

/** A part of the URL for a table on the screen; its label is `part.<name>` in the locale `doctor`. */
export type UrlPart = {
  readonly name:
    | 'host'
    | 'port'
    | 'region'
    | 'environment'
    | 'scale-unit'
    | 'workflow'
    | 'trigger'
    | 'api-version'
    | 'permission'
    | 'signature-version'
    | 'signature'
  /** The signature's is masked. */
  readonly value: string
}

export type UrlReport = {
  readonly kind: UrlKind
  /** e.g. `uksouth`; only the retired hosts name it. */
  readonly region: string | null
  readonly workflowId: string | null
  readonly apiVersion: string | null
  readonly signaturePresent: boolean
  /** The gravest first. */
  readonly findings: readonly UrlFinding[]
  /** Everything mended that can be; null when nothing can. */
  readonly mended: string | null
  /** Read from the mended URL; empty for anything but a flow's. */
  readonly parts: readonly UrlPart[]
}
