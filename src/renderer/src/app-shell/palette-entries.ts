import type { CollectionTree, NodeId } from '@shared/collection/tree'
import type { Flow } from '@shared/flow/flow'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { fuzzyScore } from '@shared/text/fuzzy-match'
import { type ComposerCommandId, composerCommandIds, composerCommandLabel } from '../composer/composer-shortcuts'
import { presentFlows } from '../state/chosen-flow'
import type { View } from '../state/view-store'
import { type CommandId, commandIds, commandLabel } from './commands'

/** A line of the command palette. */
export type PaletteEntry =
  | { readonly kind: 'command'; readonly id: CommandId; readonly label: string }
  | { readonly kind: 'composer'; readonly id: ComposerCommandId; readonly label: string }
  | { readonly kind: 'request'; readonly id: NodeId; readonly method: string; readonly label: string }
  | { readonly kind: 'flow'; readonly id: string; readonly label: string }
  | { readonly kind: 'lead'; readonly lead: LeadSummary; readonly label: string }

/** What the palette looks through. */
export type PaletteSources = {
  readonly leads?: readonly LeadSummary[]
  readonly collections?: readonly CollectionTree[]
  readonly flows?: readonly Flow[] | undefined
  readonly view?: View
}

/**
 * All that the palette can find: every command, those of the view first, then the flows, the saved requests, and the
 * newest leads. In the composer *Find* searches requests, which is a command of the composer's own.
 */
export function paletteEntries({
  leads = [],
  collections = [],
  flows = [],
  view = 'inbox',
}: PaletteSources): readonly PaletteEntry[] {
  const isComposer = view === 'composer'
  const commands = commandIds
    .filter((id) => id !== 'command-palette' && !(isComposer && id === 'find'))
    .map((id) => ({ kind: 'command', id, label: commandLabel(id) }) as const)
  const composer = composerCommandIds.map((id) => ({ kind: 'composer', id, label: composerCommandLabel(id) }) as const)
  const first = isComposer ? [...composer, ...commands] : [...commands, ...composer]
  const named = presentFlows(flows).map(({ id, name }) => ({ kind: 'flow', id, label: name }) as const)
  return [...first, ...named, ...collections.flatMap(requestEntries), ...leads.flatMap(leadEntries)]
}

function requestEntries(collection: CollectionTree): readonly PaletteEntry[] {
  return collection.nodes.flatMap((node) =>
    node.kind === 'request'
      ? [{ kind: 'request', id: node.id, method: node.method, label: `${node.name} · ${collection.name}` }]
      : [],
  )
}

function leadEntries(lead: LeadSummary): readonly PaletteEntry[] {
  const label = [`${lead.firstName} ${lead.lastName}`.trim(), lead.company, lead.offerTitle].filter(Boolean).join(' · ')
  return label === '' ? [] : [{ kind: 'lead', lead, label }]
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
