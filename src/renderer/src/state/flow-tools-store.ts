import type { ConnectionSettings } from '@shared/connection/connection'
import { create } from 'zustand'

/** A dialog beside the flows' cards. */
export type FlowTool =
  /** With `connectionKind` it begins with a connection of that kind. */
  | { readonly kind: 'connections'; readonly connectionKind: ConnectionSettings['kind'] | null }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'crm-records' }

/** Which of them is open. */
export const useFlowTools = create<{
  readonly tool: FlowTool | null
  readonly open: (tool: FlowTool | null) => void
}>((set) => ({ tool: null, open: (tool) => set({ tool }) }))
