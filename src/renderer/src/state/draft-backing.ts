import type { AppErrorData } from '@shared/app-error'
import type { NodeDetail } from '@shared/collection/node-content'
import type { Draft } from '@shared/workspace/draft'
import { type ComposerState, savedDetail } from './composer-state'
import { contentOf, isUnsaved, withSavedSecrets } from './draft-content'
import { structurallyEqual } from './structurally-equal'

// What happens on disk behind the tabs. All of it is pure: the state before, and the state after.

/**
 * The node behind a tab as it is in the file now. A tab without edits takes it in. With edits, one that says the same
 * as before (or as the edits themselves) only moves on to the new revision; anything else is a conflict.
 */
export function takeOutside(state: ComposerState, id: string, theirs: NodeDetail): ComposerState {
  const backing = state.backings[id]
  const present = state.drafts[id]
  if (!present || present.nodeId === null) return state
  const draft = backing?.state === 'loading' ? withSavedSecrets(present, theirs) : present
  const base = savedDetail(backing)
  const known = backing?.state === 'saved' && backing.detail.revision === theirs.revision
  if (known) return state
  if (draft.unsaved) {
    const sameAsMine = !isUnsaved(draft, theirs)
    const sameAsBase =
      base === null ? draft.revision === theirs.revision : !isUnsaved({ ...draft, ...contentOf(base) }, theirs)
    if (!sameAsMine && !sameAsBase) {
      return { ...state, backings: { ...state.backings, [id]: { state: 'conflict', detail: base, theirs } } }
    }
  }
  const content = draft.unsaved ? {} : contentOf(theirs)
  const taken = { ...draft, ...content, revision: theirs.revision }
  return {
    ...state,
    drafts: { ...state.drafts, [id]: { ...taken, unsaved: isUnsaved(taken, theirs) } },
    backings: { ...state.backings, [id]: { state: 'saved', detail: theirs } },
  }
}

/** Goes on from what the file says now: with my edits over it (and theirs where I edited nothing), or with theirs alone. */
export function settleConflict(state: ComposerState, id: string, keep: 'mine' | 'theirs'): ComposerState {
  const draft = state.drafts[id]
  const backing = state.backings[id]
  if (!draft || backing?.state !== 'conflict') return state
  const { detail, theirs } = backing
  const content = keep === 'mine' ? mergeEdits(draft, detail, theirs) : contentOf(theirs)
  const settled = { ...draft, ...content, revision: theirs.revision }
  return {
    ...state,
    drafts: { ...state.drafts, [id]: { ...settled, unsaved: isUnsaved(settled, theirs) } },
    backings: { ...state.backings, [id]: { state: 'saved', detail: theirs } },
  }
}

/** What of theirs goes under my edits: the parts that I have left as they were. */
function mergeEdits(draft: Draft, base: NodeDetail | null, theirs: NodeDetail): Partial<Draft> {
  if (base === null) return {}
  const before = contentOf(base)
  const { name, description, request, checks, content } = contentOf(theirs)
  return {
    ...(draft.name === before.name ? { name } : {}),
    ...(draft.description === before.description ? { description } : {}),
    ...(structurallyEqual(draft.request, before.request) ? { request } : {}),
    ...(structurallyEqual(draft.checks, before.checks) ? { checks } : {}),
    ...(draft.content === before.content ? { content } : {}),
  }
}

/** The node behind a tab is gone: what the tab has is all there is of it. */
export function takeDeletion(state: ComposerState, id: string): ComposerState {
  const draft = state.drafts[id]
  if (!draft || state.backings[id]?.state === 'deleted') return state
  return {
    ...state,
    drafts: { ...state.drafts, [id]: { ...draft, unsaved: draft.kind === 'request' || draft.kind === 'container' } },
    backings: { ...state.backings, [id]: { state: 'deleted' } },
    previewTab: state.previewTab === id ? null : state.previewTab,
  }
}

/** The node behind a tab cannot be read: the tab says why, and keeps what it has. */
export function failReading(state: ComposerState, id: string, error: AppErrorData): ComposerState {
  if (!state.drafts[id]) return state
  return { ...state, backings: { ...state.backings, [id]: { state: 'failed', error } } }
}

/** A save has ended: `detail` is what is in the file now. Edits made meanwhile stay unsaved. */
export function takeSaved(state: ComposerState, id: string, detail: NodeDetail): ComposerState {
  const draft = state.drafts[id]
  if (!draft) return state
  const saved = { ...draft, nodeId: detail.id, revision: detail.revision }
  return {
    ...state,
    drafts: { ...state.drafts, [id]: { ...saved, unsaved: isUnsaved(saved, detail) } },
    backings: { ...state.backings, [id]: { state: 'saved', detail } },
    previewTab: state.previewTab === id ? null : state.previewTab,
  }
}
