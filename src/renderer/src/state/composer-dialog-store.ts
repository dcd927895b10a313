import type { ImportOutcome } from '@shared/collection/node-content'
import type { NodeId } from '@shared/collection/tree'
import { create } from 'zustand'

/** The composer's dialogs; one at a time. */
export type ComposerDialog =
  /** Where a request that was never saved goes to; `asCopy` saves a saved one a second time. */
  | { readonly kind: 'save'; readonly draftId: string; readonly asCopy: boolean; readonly thenClose: boolean }
  /** Tabs with unsaved edits are about to be closed, one after the other. */
  | { readonly kind: 'close'; readonly draftIds: readonly string[] }
  | { readonly kind: 'new-collection' }
  | { readonly kind: 'move'; readonly ids: readonly NodeId[] }
  | { readonly kind: 'export'; readonly id: NodeId }
  | { readonly kind: 'import' }
  | { readonly kind: 'imported'; readonly outcome: ImportOutcome }
  | { readonly kind: 'folder' }

export const useComposerDialog = create<{
  readonly dialog: ComposerDialog | null
  readonly open: (dialog: ComposerDialog) => void
  readonly close: () => void
}>((set) => ({ dialog: null, open: (dialog) => set({ dialog }), close: () => set({ dialog: null }) }))
