import { create } from 'zustand'

export type FlowsDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'sample'; readonly flowId: string }
  | { readonly kind: 'export'; readonly flowId: string }
  | { readonly kind: 'regenerate'; readonly flowId: string }

/** Which of the flows' dialogs is open, and which flow's name is being edited. */
export const useFlowsDialog = create<{
  readonly dialog: FlowsDialog | null
  readonly renamingId: string | null
  readonly open: (dialog: FlowsDialog | null) => void
  readonly rename: (id: string | null) => void
}>((set) => ({
  dialog: null,
  renamingId: null,
  open: (dialog) => set({ dialog }),
  rename: (renamingId) => set({ renamingId }),
}))
