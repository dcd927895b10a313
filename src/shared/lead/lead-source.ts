/**
 * `LeadSource` taken apart: `Source-Action|Offer`, e.g. `AzureMarketplace-INS|publisherid.offerid`. A part that is not
 * there is null; `source` is '' only for an empty text.
 */
export type LeadSourceParts = {
  readonly source: string
  readonly action: string | null
  readonly offer: string | null
  /** The offer's parts, before and after its first dot; null where there is no dot. */
  readonly publisher: string | null
  readonly offerId: string | null
}

/** Sources seen in documentation and in public handlers; `SPZA` is AppSource. Meanings: `lead:source.<value>`. */
export const knownLeadSources = ['AzureMarketplace', 'AzurePortal', 'TestDrive', 'SPZA'] as const

export type KnownLeadSource = (typeof knownLeadSources)[number]

const noParts: LeadSourceParts = { source: '', action: null, offer: null, publisher: null, offerId: null }

/** Takes `LeadSource` apart, white space around its parts dropped. */
export function parseLeadSource(text: string): LeadSourceParts {
  if (text === '') return noParts
  const bar = text.indexOf('|')
  const head = bar < 0 ? text : text.slice(0, bar)
  const dash = head.indexOf('-')
  const offer = bar < 0 ? null : partOf(text.slice(bar + 1))
  const dot = offer === null ? -1 : offer.indexOf('.')
  return {
    source: (dash < 0 ? head : head.slice(0, dash)).trim(),
    action: dash < 0 ? null : partOf(head.slice(dash + 1)),
    offer,
    publisher: offer === null || dot < 0 ? null : partOf(offer.slice(0, dot)),
    offerId: offer === null || dot < 0 ? null : partOf(offer.slice(dot + 1)),
  }
}

/** The documented source that a text names, whatever its case; null for others. */
export function knownLeadSource(source: string): KnownLeadSource | null {
  for (const known of knownLeadSources) if (known === source) return known
  const lower = source.toLowerCase()
  return knownLeadSources.find((known) => known.toLowerCase() === lower) ?? null
}

function partOf(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
