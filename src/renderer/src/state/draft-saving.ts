import { toErrorData } from '@shared/app-error'
import type { NodeDetail } from '@shared/collection/node-content'
import type { Draft } from '@shared/workspace/draft'
import { callEngine } from './bridge'
import { useComposerDialog } from './composer-dialog-store'
import { editDraft, savedDetail } from './composer-state'
import { useComposer } from './composer-store'
import { takeOutside, takeSaved } from './draft-backing'
import { readContainerForm } from './draft-content'
import { structurallyEqual } from './structurally-equal'

/** Saves of a draft under way: what the file's watcher tells meanwhile is our own change. */
const saving = new Map<string, Promise<boolean>>()

export function isSaving(id: string): boolean {
  return saving.has(id)
}

/** Waits for the end of a save, however it ends. */
export async function whenSaved(id: string): Promise<void> {
  await saving.get(id)?.catch(() => false)
}

/**
 * Saves a draft to its node; asks where to, when it has none yet. False when it is not saved (yet). A file that was
 * changed outside is not overwritten: the tab shows the conflict. Rejects with an `AppError`.
 */
export async function saveDraft(id: string): Promise<boolean> {
  await whenSaved(id)
  await readUnread(id)
  const { drafts, backings } = useComposer.getState()
  const draft = drafts[id]
  const backing = backings[id]
  if (!draft || (draft.kind !== 'request' && draft.kind !== 'container')) return false
  if (draft.nodeId === null || backing?.state === 'deleted') {
    if (draft.kind === 'request') {
      useComposerDialog.getState().open({ kind: 'save', draftId: id, asCopy: false, thenClose: false })
    }
    return false
  }
  const detail = savedDetail(backing)
  if (backing?.state === 'conflict' || detail === null) return false
  const work = saveToNode(draft, detail).finally(() => saving.delete(id))
  saving.set(id, work)
  return work
}

/** A tab that has just come back is saved as soon as it is known what is in the file. */
async function readUnread(id: string): Promise<void> {
  const { drafts, backings } = useComposer.getState()
  const nodeId = drafts[id]?.nodeId
  const state = backings[id]?.state
  if (!nodeId || (state !== 'loading' && state !== 'failed')) return
  const theirs = await callEngine('node.get', { id: nodeId })
  useComposer.setState((before) => takeOutside(before, id, theirs))
}

async function saveToNode(draft: Draft, detail: NodeDetail): Promise<boolean> {
  const { id, revision } = detail
  const name = draft.name.trim() === '' ? detail.content.name : draft.name.trim()
  const { description } = draft
  const form = readContainerForm(draft.content)
  try {
    if (detail.kind === 'request' && draft.request) {
      const content = { ...detail.content, name, description, request: draft.request, checks: draft.checks }
      const saved = await callEngine('node.change-request', {
        id,
        revision,
        changes: changedParts({ name, description, request: draft.request, checks: draft.checks }, detail.content),
      })
      takeSave(draft.id, { ...detail, revision: saved.revision, content })
    } else if ((detail.kind === 'collection' || detail.kind === 'folder') && form) {
      const auth = form.auth
      const variables = [...form.variables]
      const saved = await callEngine('node.change-container', {
        id,
        revision,
        changes: changedParts({ name, description, auth, variables }, detail.content),
      })
      const content = { ...detail.content, name, description, auth, variables }
      takeSave(draft.id, { ...detail, revision: saved.revision, content })
    }
    return true
  } catch (error) {
    if (toErrorData(error).code !== 'collection-changed-outside') throw error
    const theirs = await callEngine('node.get', { id })
    useComposer.setState((state) => takeOutside(state, draft.id, theirs))
    return false
  }
}

/** Only what is different is written: the diff of the file is as small as the edit. */
function changedParts<Parts extends object>(
  parts: Parts,
  saved: Readonly<Record<keyof Parts, unknown>>,
): Partial<Parts> {
  const changed: Partial<Parts> = { ...parts }
  for (const key in parts) if (structurallyEqual(parts[key], saved[key])) delete changed[key]
  return changed
}

function takeSave(id: string, detail: NodeDetail): void {
  useComposer.setState((state) => {
    const draft = state.drafts[id]
    const named = draft && draft.name.trim() === detail.content.name ? { name: detail.content.name } : {}
    return takeSaved(editDraft(state, id, named), id, detail)
  })
}
