import { everyLead, type LeadQuery } from '@shared/lead/lead-query'
import { create } from 'zustand'

/** What the inbox's parts share: the query, and which leads are chosen. The leads themselves live in `lead-window`. */
export type InboxState = {
  readonly query: LeadQuery
  /** The lead that the keyboard is on and whose detail is shown; null for none. */
  readonly focusedId: number | null
  /** Chosen leads, in the order of choosing; holds `focusedId` when there is one. `all` means everything the query finds. */
  readonly selection: { readonly ids: ReadonlySet<number> } | 'all'
  /** Two leads compared side by side; null while none are. */
  readonly comparing: readonly [number, number] | null
  readonly setQuery: (query: LeadQuery) => void
  readonly focus: (id: number | null) => void
  readonly select: (selection: InboxState['selection'], focusedId: number | null) => void
  readonly compare: (ids: readonly [number, number] | null) => void
}

export const useInbox = create<InboxState>((set) => ({
  query: everyLead,
  focusedId: null,
  selection: { ids: new Set<number>() },
  comparing: null,
  setQuery: (query) => set({ query, selection: { ids: new Set() }, focusedId: null, comparing: null }),
  focus: (id) => set({ focusedId: id, selection: { ids: new Set(id === null ? [] : [id]) }, comparing: null }),
  select: (selection, focusedId) => set({ selection, focusedId, comparing: null }),
  compare: (comparing) => set({ comparing }),
}))
