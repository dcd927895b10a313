import type { Flow, FlowChanges } from '@shared/flow/flow'

/** The flows on disk. All calls are synchronous; each writing call is one transaction. */
export type FlowTable = {
  /** In the order of their creation. */
  readonly list: () => readonly Flow[]
  /** null where there is no such flow. */
  readonly get: (id: string) => Flow | null
  readonly insert: (flow: Flow) => void
  /** Throws `bad-input` when there is no such flow. */
  readonly change: (id: string, changes: FlowChanges) => Flow
  /** Gives the flow a new signature and keeps the old one in {@link FlowTable.previousSignatures}. */
  readonly regenerateSignature: (id: string) => Flow
  /** Signatures that the flow had before, newest first: a URL that carries one gets a diagnosis of its own. */
  readonly previousSignatures: (id: string) => readonly string[]
  /** The first flow; made as `Default` with the given schema where there is none yet. */
  readonly ensureDefault: (schemaText: string) => Flow
}
