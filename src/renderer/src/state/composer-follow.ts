import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { NodeDetail } from '@shared/collection/node-content'
import type { CollectionTree } from '@shared/collection/tree'
import type { Draft } from '@shared/workspace/draft'
import i18next from 'i18next'
import { callEngine, onEngineConnected } from './bridge'
import { collectionOf } from './collection-index'
import { collectionsRead, useCollections } from './collections-store'
import { type ComposerState, restoreWorkspace } from './composer-state'
import { changeWorkspace, useComposer } from './composer-store'
import { failReading, takeDeletion, takeOutside } from './draft-backing'
import { withoutSecrets } from './draft-content'
import { createJournal, type Journal } from './draft-journal'
import { isSaving, whenSaved } from './draft-saving'
import { showErrorToast } from './toast-store'

const workspaceName = 'workspace'
let journal: Journal | null = null
/** Moves under way: nodes get other ids in the middle of them, which must not look like deletions. */
let held = 0

/**
 * Connects the composer to the engine: restores the tabs at the first connection, journals what changes from then on,
 * and takes in what changes on disk. Called once at the start of the window.
 */
export function followComposer(): void {
  const kept = createJournal(writeJournal, (error) => {
    // An engine that stopped comes back, and is told everything then.
    if (toErrorData(error).code === 'engine-stopped') return
    showErrorToast(i18next.t('notJournalled', { ns: 'collections' }), error)
  })
  journal = kept
  useComposer.subscribe((state, before) => noteChanges(kept, state, before))
  useCollections.subscribe((state, before) => {
    if (state.collections !== before.collections) takeInOutside(state.collections, before.collections)
  })
  onEngineConnected(() => void connect())
  const flush = () => void kept.flush()
  window.addEventListener('blur', flush)
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', flush)
}

/** Puts every edit on disk now. */
export async function flushJournal(): Promise<void> {
  await journal?.flush()
}

/** Does something that gives nodes other ids, and looks at the tabs' nodes again when the new ids are known. */
export async function holdingTabs(work: () => Promise<void>): Promise<void> {
  held++
  try {
    await work()
  } finally {
    held--
    if (held === 0) refreshAll()
  }
}

/** Reads the node behind a tab again, because it was changed outside, or could not be read before. */
export async function refreshDraft(id: string): Promise<void> {
  const draft = useComposer.getState().drafts[id]
  if (!draft || draft.nodeId === null || !hasNode(draft) || held > 0) return
  const { nodeId } = draft
  const read = await readNode(nodeId)
  // What was read may be older than our own save, or its outcome.
  if (isSaving(id)) {
    await whenSaved(id)
    return refreshDraft(id)
  }
  // A tab can get another node meanwhile, too.
  if (held > 0 || useComposer.getState().drafts[id]?.nodeId !== nodeId) return
  useComposer.setState((state) => {
    if ('detail' in read) return takeOutside(state, id, read.detail)
    if (read.error.code === 'node-not-found') return takeDeletion(state, id)
    return read.error.code === 'engine-stopped' ? state : failReading(state, id, read.error)
  })
}

async function readNode(id: string): Promise<{ readonly detail: NodeDetail } | { readonly error: AppErrorData }> {
  try {
    return { detail: await callEngine('node.get', { id }) }
  } catch (error) {
    return { error: toErrorData(error) }
  }
}

async function connect(): Promise<void> {
  if (useComposer.getState().loaded) {
    // The window knows more than the engine that has just come back.
    await journal?.flush()
    return
  }
  // The first collection brings the environment that the workspace begins with.
  await collectionsRead()
  try {
    const { workspace, drafts } = await callEngine('workspace.get', {})
    useComposer.setState((state) => restoreWorkspace(state, workspace, drafts))
    openOnlyCollection()
    if (useCollections.getState().loaded) refreshAll()
  } catch (error) {
    if (toErrorData(error).code !== 'engine-stopped') {
      showErrorToast(i18next.t('tabsNotRestored', { ns: 'collections' }), error)
    }
  }
}

/** The first look at the composer shows the requests of the first collection, not only its name. */
function openOnlyCollection(): void {
  const { tabs, expanded } = useComposer.getState().workspace
  const [only, ...others] = useCollections.getState().collections
  if (only && others.length === 0 && tabs.length === 0 && expanded.length === 0)
    changeWorkspace({ expanded: [only.id] })
}

function noteChanges(kept: Journal, state: ComposerState, before: ComposerState): void {
  if (!state.loaded) return
  const known = before.loaded ? before : state
  if (state.workspace !== known.workspace) kept.changed(workspaceName)
  for (const [id, draft] of Object.entries(state.drafts)) if (draft !== known.drafts[id]) kept.changed(id)
  for (const id of Object.keys(known.drafts)) if (!(id in state.drafts)) kept.changed(id)
  // A tab that comes back from `closed` has no node behind it yet.
  if (state.closed.length < before.closed.length) refreshLoading()
}

async function writeJournal(name: string): Promise<void> {
  const { drafts, workspace } = useComposer.getState()
  if (name === workspaceName) await callEngine('workspace.save', { workspace })
  else if (drafts[name]) await callEngine('draft.save', { draft: withoutSecrets(drafts[name]) })
  else await callEngine('draft.delete', { id: name })
}

function takeInOutside(now: readonly CollectionTree[], before: readonly CollectionTree[]): void {
  const { drafts, backings } = useComposer.getState()
  for (const draft of Object.values(drafts)) {
    if (draft.nodeId === null || !hasNode(draft)) continue
    const collection = collectionOf(now, draft.nodeId)
    const isSame = collection !== null && collection === collectionOf(before, draft.nodeId)
    if (!isSame || backings[draft.id]?.state === 'loading') void refreshDraft(draft.id)
  }
}

function refreshAll(): void {
  for (const id of Object.keys(useComposer.getState().drafts)) void refreshDraft(id)
}

function refreshLoading(): void {
  for (const [id, backing] of Object.entries(useComposer.getState().backings)) {
    if (backing.state === 'loading') void refreshDraft(id)
  }
}

/** A runner's tab only names what it runs. */
function hasNode(draft: Draft): boolean {
  return draft.kind !== 'runner' && draft.kind !== 'history'
}
