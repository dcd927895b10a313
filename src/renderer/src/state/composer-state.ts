import type { AppErrorData } from '@shared/app-error'
import type { NodeDetail } from '@shared/collection/node-content'
import type { NodeId } from '@shared/collection/tree'
import { type Draft, emptyWorkspace, type Workspace } from '@shared/workspace/draft'
import { isUnsaved } from './draft-content'

/** What stands on disk behind a tab. */
export type Backing =
  /** It was never saved (or is a tab of another kind). */
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'saved'; readonly detail: NodeDetail }
  /** The file was changed by another program while the tab had edits: `theirs` is what it says now. */
  | { readonly state: 'conflict'; readonly detail: NodeDetail | null; readonly theirs: NodeDetail }
  /** The saved node was deleted; the tab keeps what it has. */
  | { readonly state: 'deleted' }
  | { readonly state: 'failed'; readonly error: AppErrorData }

export type ComposerState = {
  /** False until the engine has told the workspace for the first time. */
  readonly loaded: boolean
  readonly drafts: Readonly<Record<string, Draft>>
  readonly workspace: Workspace
  readonly backings: Readonly<Record<string, Backing>>
  /** The one tab that the next single click in the tree replaces. */
  readonly previewTab: string | null
  /** What was closed, newest last. */
  readonly closed: readonly ClosedTab[]
}

export type ClosedTab = { readonly draft: Draft; readonly place: number }

export const emptyComposer: ComposerState = {
  loaded: false,
  drafts: {},
  workspace: emptyWorkspace,
  backings: {},
  previewTab: null,
  closed: [],
}

const closedKept = 25

/** What is in the file, as far as the tab has read it; null where there is nothing to compare with. */
export function savedDetail(backing: Backing | undefined): NodeDetail | null {
  return backing?.state === 'saved' || backing?.state === 'conflict' ? backing.detail : null
}

/** Opens a draft in a tab beside the active one and activates it; a preview takes the place of the earlier preview. */
export function openDraft(state: ComposerState, draft: Draft, backing: Backing, isPreview: boolean): ComposerState {
  const { workspace, previewTab } = state
  const replaced = isPreview ? previewTab : null
  const at = replaced === null ? -1 : workspace.tabs.indexOf(replaced)
  const active = workspace.activeTab === null ? -1 : workspace.tabs.indexOf(workspace.activeTab)
  const place = at >= 0 ? at : active >= 0 ? active + 1 : workspace.tabs.length
  const tabs = workspace.tabs.toSpliced(place, at >= 0 ? 1 : 0, draft.id)
  const kept = replaced === null ? state : forgetDraft(state, replaced)
  return {
    ...kept,
    drafts: { ...kept.drafts, [draft.id]: draft },
    backings: { ...kept.backings, [draft.id]: backing },
    workspace: { ...workspace, tabs, activeTab: draft.id },
    previewTab: isPreview ? draft.id : previewTab,
  }
}

/** Activates a tab; `keep` makes a preview permanent. */
export function activateTab(state: ComposerState, id: string, keep: boolean): ComposerState {
  if (!state.drafts[id]) return state
  return {
    ...state,
    workspace: state.workspace.activeTab === id ? state.workspace : { ...state.workspace, activeTab: id },
    previewTab: keep && state.previewTab === id ? null : state.previewTab,
  }
}

/** Edits a draft. An edit of its content makes a preview permanent; a choice of inner tabs does not. */
export function editDraft(state: ComposerState, id: string, changes: Partial<Draft>): ComposerState {
  const draft = state.drafts[id]
  if (!draft) return state
  const edited = { ...draft, ...changes, id }
  const next = { ...edited, unsaved: stillUnsaved(state, edited) }
  return {
    ...state,
    drafts: { ...state.drafts, [id]: next },
    previewTab: next.unsaved && state.previewTab === id ? null : state.previewTab,
  }
}

/** A draft whose node is not read yet keeps the mark that it came back with. */
function stillUnsaved(state: ComposerState, draft: Draft): boolean {
  const backing = state.backings[draft.id]
  if (backing?.state === 'loading' || backing?.state === 'failed') return draft.unsaved
  if (backing?.state === 'deleted') return true
  return isUnsaved(draft, savedDetail(backing))
}

/** Closes a tab and activates its neighbour; it can be opened again. */
export function closeTab(state: ComposerState, id: string): ComposerState {
  const draft = state.drafts[id]
  const place = state.workspace.tabs.indexOf(id)
  if (!draft || place < 0) return state
  const tabs = state.workspace.tabs.toSpliced(place, 1)
  const { activeTab } = state.workspace
  const neighbour = tabs[Math.min(place, tabs.length - 1)] ?? null
  return {
    ...forgetDraft(state, id),
    workspace: { ...state.workspace, tabs, activeTab: activeTab === id ? neighbour : activeTab },
    previewTab: state.previewTab === id ? null : state.previewTab,
    closed: [...state.closed, { draft, place }].slice(-closedKept),
  }
}

/** Opens what was closed last, in its place. */
export function reopenTab(state: ComposerState): ComposerState {
  const last = state.closed.at(-1)
  if (!last) return state
  const tabs = state.workspace.tabs.toSpliced(last.place, 0, last.draft.id)
  return {
    ...state,
    drafts: { ...state.drafts, [last.draft.id]: last.draft },
    backings: { ...state.backings, [last.draft.id]: { state: last.draft.nodeId === null ? 'none' : 'loading' } },
    workspace: { ...state.workspace, tabs, activeTab: last.draft.id },
    closed: state.closed.slice(0, -1),
  }
}

/** Puts a tab before another one; to the end with null. */
export function moveTab(state: ComposerState, id: string, beforeId: string | null): ComposerState {
  if (id === beforeId || !state.workspace.tabs.includes(id)) return state
  const others = state.workspace.tabs.filter((tab) => tab !== id)
  const at = beforeId === null ? others.length : others.indexOf(beforeId)
  if (at < 0) return state
  return { ...state, workspace: { ...state.workspace, tabs: others.toSpliced(at, 0, id) } }
}

/** Nodes have got other ids by a move: tabs and the open folders of the tree follow them. */
export function renameNodes(state: ComposerState, ids: ReadonlyMap<NodeId, NodeId>): ComposerState {
  if (ids.size === 0) return state
  const drafts = Object.fromEntries(
    Object.entries(state.drafts).map(([id, draft]) => {
      const nodeId = draft.nodeId === null ? null : (ids.get(draft.nodeId) ?? draft.nodeId)
      return [id, nodeId === draft.nodeId ? draft : { ...draft, nodeId }]
    }),
  )
  const expanded = state.workspace.expanded.map((id) => ids.get(id) ?? id)
  return { ...state, drafts, workspace: { ...state.workspace, expanded } }
}

/** What the engine kept of an earlier session, under what the window has already. */
export function restoreWorkspace(state: ComposerState, workspace: Workspace, drafts: readonly Draft[]): ComposerState {
  // A crash between the two can leave edits without their tab, or a tab without a draft.
  const lost = drafts
    .filter(({ id, unsaved }) => (unsaved || workspace.tabs.length === 0) && !workspace.tabs.includes(id))
    .map(({ id }) => id)
  const kept = Object.fromEntries(
    drafts.filter(({ id }) => workspace.tabs.includes(id) || lost.includes(id)).map((draft) => [draft.id, draft]),
  )
  const own = state.workspace.tabs
  const tabs = [...[...workspace.tabs, ...lost].filter((id) => kept[id] && !state.drafts[id]), ...own]
  const backings = Object.fromEntries(
    Object.values(kept).map((draft) => [
      draft.id,
      { state: draft.nodeId === null ? ('none' as const) : ('loading' as const) },
    ]),
  )
  return {
    ...state,
    loaded: true,
    drafts: { ...kept, ...state.drafts },
    backings: { ...backings, ...state.backings },
    workspace: {
      ...workspace,
      tabs,
      activeTab:
        state.workspace.activeTab ??
        (workspace.activeTab && kept[workspace.activeTab] ? workspace.activeTab : (tabs[0] ?? null)),
    },
  }
}

function forgetDraft(state: ComposerState, id: string): ComposerState {
  const { [id]: _draft, ...drafts } = state.drafts
  const { [id]: _backing, ...backings } = state.backings
  return { ...state, drafts, backings }
}
