import type { Flow, FlowChanges } from '@shared/flow/flow'
import { create } from 'zustand'

/** What of a flow is edited and saved together; its name and whether it is on are changed at once. */
export type FlowContent = Pick<Flow, 'triggeredBy' | 'method' | 'schemaText' | 'schemaValidation'>

/** Unsaved edits of a flow. `base` is what they began from. */
export type FlowEdit = { readonly base: FlowContent; readonly content: FlowContent }

/** Unsaved edits by flow; `flow-drafts` keeps them while the window is closed. Flows without any have no entry. */
export const useFlowEdits = create<{ readonly edits: Readonly<Record<string, FlowEdit>> }>(() => ({ edits: {} }))

export const contentFields = ['triggeredBy', 'method', 'schemaText', 'schemaValidation'] as const

function contentOf({ triggeredBy, method, schemaText, schemaValidation }: FlowContent): FlowContent {
  return { triggeredBy, method, schemaText, schemaValidation }
}

/** What a flow shows when it is edited: the edits where there are some, else what is stored. */
export type FollowedFlow = {
  readonly content: FlowContent
  readonly isUnsaved: boolean
  /** Fields that were changed here and, since, elsewhere too. */
  readonly conflicts: readonly (typeof contentFields)[number][]
}

/** Pure: edits over what is stored now. A field that was not edited follows what is stored. */
export function followFlow(edit: FlowEdit | undefined, flow: Flow): FollowedFlow {
  const stored = contentOf(flow)
  if (!edit) return { content: stored, isUnsaved: false, conflicts: [] }
  const edited = contentFields.filter(
    (field) => edit.content[field] !== edit.base[field] && edit.content[field] !== stored[field],
  )
  return {
    content: { ...stored, ...pick(edit.content, edited) },
    isUnsaved: edited.length > 0,
    conflicts: edited.filter((field) => edit.base[field] !== stored[field]),
  }
}

/** Pure: the edits that have to be saved, as a change of the flow. */
export function editedChanges(edit: FlowEdit | undefined, flow: Flow): FlowChanges {
  const { content } = followFlow(edit, flow)
  return pick(
    content,
    contentFields.filter((field) => content[field] !== flow[field]),
  )
}

/** Edits fields of a flow. Fields that nobody edited begin from what is stored now. */
export function editFlow(flow: Flow, changes: Partial<FlowContent>): void {
  useFlowEdits.setState(({ edits }) => {
    const before = edits[flow.id]
    const { content, conflicts } = followFlow(before, flow)
    const base = { ...contentOf(flow), ...(before ? pick(before.base, conflicts) : {}) }
    return { edits: { ...edits, [flow.id]: { base, content: { ...content, ...changes } } } }
  })
}

/** Throws the edits away: what is stored is shown again. */
export function revertFlow(id: string): void {
  useFlowEdits.setState(({ edits: { [id]: _, ...edits } }) => ({ edits }))
}

/** Settles a conflict for what was edited here: it may be saved over what came from elsewhere. */
export function keepEdits(flow: Flow): void {
  useFlowEdits.setState(({ edits }) => {
    const { content } = followFlow(edits[flow.id], flow)
    return { edits: { ...edits, [flow.id]: { base: contentOf(flow), content } } }
  })
}

function pick(content: FlowContent, fields: readonly (typeof contentFields)[number][]): Partial<FlowContent> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]))
}
