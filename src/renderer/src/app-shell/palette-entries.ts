import type { LeadSummary } from '@shared/lead/lead-summary'
import { fuzzyScore } from '@shared/text/fuzzy-match'
import { type CommandId, commandIds, commandLabel } from './commands'

/** A line of the command palette. */
export type PaletteEntry =
  | { readonly kind: 'command'; readonly id: CommandId; readonly label: string }
  | { readonly kind: 'lead'; readonly lead: LeadSummary; readonly label: string }

/** All that the palette can find: every command, then the newest leads. */
export function paletteEntries(leads: readonly LeadSummary[]): readonly PaletteEntry[] {
  const commands = commandIds
    .filter((id) => id !== 'command-palette')
    .map((id) => ({ kind: 'command', id, label: commandLabel(id) }) as const)
  const found = leads.flatMap((lead) => {
    const label = [`${lead.firstName} ${lead.lastName}`.trim(), lead.company, lead.offerTitle]
      .filter(Boolean)
      .join(' · ')
    return label === '' ? [] : [{ kind: 'lead', lead, label } as const]
  })
  return [...commands, ...found]
}

/** Pure: the entries that fit what was typed, best first; in their own order while nothing is typed. */
export function matchEntries(entries: readonly PaletteEntry[], typed: string, limit = 50): readonly PaletteEntry[] {
  return entries
    .map((entry, place) => ({ entry, place, score: fuzzyScore(typed, entry.label) }))
    .filter((match) => match.score !== null)
    .sort((one, other) => (typed.trim() === '' ? 0 : (other.score ?? 0) - (one.score ?? 0)) || one.place - other.place)
    .slice(0, limit)
    .map((match) => match.entry)
}
