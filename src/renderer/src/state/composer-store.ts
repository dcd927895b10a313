import type { NodeId } from '@shared/collection/tree'
import type { RequestTemplate } from '@shared/request/request-template'
import type { Draft, Workspace } from '@shared/workspace/draft'
import i18next from 'i18next'
import { create } from 'zustand'
import { callEngine } from './bridge'
import { findNode } from './collection-index'
import { useCollections } from './collections-store'
import { useComposerDialog } from './composer-dialog-store'
import {
  activateTab,
  type Backing,
  type ComposerState,
  closeTab,
  editDraft,
  emptyComposer,
  openDraft,
} from './composer-state'
import { blankDraft, draftOf } from './draft-content'

/**
 * The composer's tabs and what is edited in them. Saved and draft are two things: `backings` has what is on disk, the
 * draft what is on the screen. Everything in here is journalled by `composer-follow.ts`.
 */
export const useComposer = create<ComposerState>(() => emptyComposer)

/** Where a tab of its own was asked for, as the name of one of a draft's `selections`. */
export const parentSelection = 'parentId'

/** A draft by its id; null when its tab is closed. */
export function useDraft(id: string): Draft | null {
  return useComposer((state) => state.drafts[id] ?? null)
}

export function useBacking(id: string): Backing {
  return useComposer((state) => state.backings[id] ?? none)
}

const none: Backing = { state: 'none' }

/** Edits a draft: shown at once, marked as unsaved when it differs from the file, journalled a moment later. */
export function changeDraft(id: string, changes: Partial<Draft>): void {
  useComposer.setState((state) => editDraft(state, id, changes))
}

/** Chooses an inner tab of a draft, by name; it comes back with the draft. */
export function chooseInDraft(id: string, name: string, value: string): void {
  const draft = useComposer.getState().drafts[id]
  if (draft && draft.selections[name] !== value) {
    changeDraft(id, { selections: { ...draft.selections, [name]: value } })
  }
}

/** Changes the workspace: the environment, the split, the open folders. */
export function changeWorkspace(changes: Partial<Workspace>): void {
  useComposer.setState((state) => ({ workspace: { ...state.workspace, ...changes } }))
}

/** Whose auth and variables a draft inherits: its saved node, or the place that it would be saved in; null for none. */
export function contextNodeId(draft: Draft): NodeId | null {
  const { collections } = useCollections.getState()
  for (const id of [draft.nodeId, draft.selections[parentSelection]]) {
    if (id && findNode(collections, id)) return id
  }
  return null
}

/**
 * Opens a saved node in a tab; one that is open already is only activated. Rejects with an `AppError`.
 * @param options.preview as a preview, which the next one replaces
 */
export async function openNode(nodeId: NodeId, options: { readonly preview?: boolean } = {}): Promise<void> {
  const isPreview = options.preview ?? false
  if (activateNode(nodeId, !isPreview)) return
  const detail = await callEngine('node.get', { id: nodeId })
  // A double click asks twice before the first answer.
  if (activateNode(nodeId, !isPreview)) return
  const draft = draftOf(crypto.randomUUID(), detail)
  useComposer.setState((state) => openDraft(state, draft, { state: 'saved', detail }, isPreview))
}

function activateNode(nodeId: NodeId, keep: boolean): boolean {
  const { drafts } = useComposer.getState()
  const open = Object.values(drafts).find((draft) => draft.nodeId === nodeId && draft.kind !== 'runner')
  if (open) useComposer.setState((state) => activateTab(state, open.id, keep))
  return open !== undefined
}

export type NewRequestOptions = {
  readonly request?: RequestTemplate
  readonly name?: string
  /** The folder or collection that it is meant for: its auth and variables hold, and *Save* offers it. */
  readonly parentId?: NodeId
}

/** Opens a request that is not saved yet in a tab, and gives the draft's id. */
export function openNewRequest(options: NewRequestOptions = {}): string {
  const blank = blankDraft(crypto.randomUUID(), 'request')
  const draft: Draft = {
    ...blank,
    name: options.name ?? i18next.t('newRequest', { ns: 'collections' }),
    request: options.request ?? blank.request,
    unsaved: options.request !== undefined,
    selections: options.parentId === undefined ? {} : { [parentSelection]: options.parentId },
  }
  useComposer.setState((state) => openDraft(state, draft, none, false))
  return draft.id
}

/**
 * Opens the history (one tab for all) or a runner for a request, folder or collection, and gives the draft's id.
 * @param options.nodeId what is to be run
 */
export function openTab(
  kind: 'history' | 'runner',
  options: { readonly nodeId?: NodeId; readonly name?: string } = {},
): string {
  const nodeId = options.nodeId ?? null
  const { drafts } = useComposer.getState()
  const open = Object.values(drafts).find((draft) => draft.kind === kind && draft.nodeId === nodeId)
  if (open) {
    activateDraft(open.id)
    return open.id
  }
  const node = nodeId === null ? null : findNode(useCollections.getState().collections, nodeId)
  const draft: Draft = { ...blankDraft(crypto.randomUUID(), kind), nodeId, name: options.name ?? node?.name ?? '' }
  useComposer.setState((state) => openDraft(state, draft, none, false))
  return draft.id
}

/** Shows a tab; `keep` makes a preview permanent. */
export function activateDraft(id: string, keep = false): void {
  useComposer.setState((state) => activateTab(state, id, keep))
}

/** Closes a tab; one with unsaved edits asks first. */
export function closeDraft(id: string): void {
  const draft = useComposer.getState().drafts[id]
  if (draft?.unsaved) {
    activateDraft(id)
    useComposerDialog.getState().open({ kind: 'close', draftIds: [id] })
    return
  }
  discardDraft(id)
}

/** Closes a tab without asking; *Reopen closed tab* brings it back with its edits. */
export function discardDraft(id: string): void {
  useComposer.setState((state) => closeTab(state, id))
}
