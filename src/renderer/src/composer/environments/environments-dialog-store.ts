import { create } from 'zustand'

/** Whether the environments are shown for editing, and which one. */
export const useEnvironmentsDialog = create<{
  readonly isOpen: boolean
  readonly chosenId: string | null
  /** Shows an environment; without an id the one that is in use. */
  readonly open: (id?: string | null) => void
  readonly choose: (id: string | null) => void
  readonly close: () => void
}>((set) => ({
  isOpen: false,
  chosenId: null,
  open: (id = null) => set({ isOpen: true, chosenId: id }),
  choose: (chosenId) => set({ chosenId }),
  close: () => set({ isOpen: false }),
}))
