/**
 * Action codes seen in documentation and in public handlers: `INS` the customer acquired the offer, `PLT` "Contact me",
 * `DNC` cross-listed and not to be contacted, `Create` from the Azure portal, `StartTestDrive`.
 * Meanings: `lead:actionCode.<value>`.
 */
export const knownActionCodes = ['INS', 'PLT', 'DNC', 'Create', 'StartTestDrive'] as const

export type KnownActionCode = (typeof knownActionCodes)[number]

/** The documented code that a text names, whatever its case; null for others, which occur and are shown as they are. */
export function knownActionCode(code: string): KnownActionCode | null {
  for (const known of knownActionCodes) if (known === code) return known
  const lower = code.trim().toLowerCase()
  return knownActionCodes.find((known) => known.toLowerCase() === lower) ?? null
}
