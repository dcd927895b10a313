import { create } from 'zustand'

/** The tabs of the detail pane, in their order; the labels are `detail:tab.<name>`. */
export const detailTabs = ['lead', 'json', 'raw', 'headers', 'validation', 'run', 'answer', 'timing', 'note'] as const
export type DetailTab = (typeof detailTabs)[number]

/** A place in the body that the JSON tab is asked to show; every request is a new object. */
export type JsonTarget = { readonly leadId: number; readonly pointer: string }

type DetailStore = {
  readonly tab: DetailTab
  readonly jsonTarget: JsonTarget | null
  readonly openTab: (tab: DetailTab) => void
  /** Opens the JSON tab at a place. @param pointer RFC 6901 */
  readonly showInJson: (leadId: number, pointer: string) => void
}

const tabKey = 'lead-detail-tab'

/** Which tab is open: the same for every lead, and remembered. */
export const useDetail = create<DetailStore>((set) => ({
  tab: detailTabs.find((tab) => tab === localStorage.getItem(tabKey)) ?? 'lead',
  jsonTarget: null,
  openTab: (tab) => {
    localStorage.setItem(tabKey, tab)
    set({ tab, jsonTarget: null })
  },
  showInJson: (leadId, pointer) => set({ tab: 'json', jsonTarget: { leadId, pointer } }),
}))
