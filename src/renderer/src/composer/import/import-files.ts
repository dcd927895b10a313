import type { ImportOutcome } from '@shared/collection/node-content'
import type { NodeId } from '@shared/collection/tree'
import i18next from 'i18next'
import { callEngine, callShell } from '../../state/bridge'
import { useComposerDialog } from '../../state/composer-dialog-store'
import { showErrorToast, showToast } from '../../state/toast-store'
import { revealNode, setExpanded } from '../tree/tree-store'

const t = i18next.getFixedT(null, 'collections')

/** A larger file is not a collection; reading it would only fill the memory. */
const largestFileMb = 200
const extensions = ['json', 'har', 'txt', 'sh', 'curl']

/** *Choose files…*: asks which, and imports them; null when the user cancels. Rejects with an `AppError`. */
export async function chooseAndImport(): Promise<ImportOutcome | null> {
  const files = await callShell('file.choose-open', { extensions, multiple: true })
  return files.length === 0 ? null : callEngine('collections.import', { fileTokens: files.map(({ token }) => token) })
}

/** Imports dropped files: the engine tells by their content what they are. */
export async function importDropped(dropped: readonly File[]): Promise<void> {
  const files = dropped.filter((file) => {
    if (file.size <= largestFileMb * 1024 * 1024) return true
    showToast({ intent: 'warning', title: t('import.tooLarge', { name: file.name, limit: largestFileMb }) })
    return false
  })
  if (files.length === 0) return
  await orExplain(async () => {
    const read = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    tellOutcome(await callEngine('collections.import', { files: read }))
  })
}

/** Imports pasted text: cURL commands go into a place of the tree, a whole file becomes a collection. */
export async function importText(
  text: string,
  into: { readonly parentId: NodeId; readonly beforeId: NodeId | null } | null,
): Promise<void> {
  await orExplain(async () => {
    tellOutcome(await callEngine('collections.import', { text, into }))
    if (into !== null) setExpanded(into.parentId, true)
  })
}

/** Shows what an import made: as a toast when all is well, as a dialog when there is something to read. */
export function tellOutcome(outcome: ImportOutcome): void {
  const first = outcome.collections[0]
  if (first !== undefined) {
    setExpanded(first, true)
    revealNode(first)
  }
  if (outcome.notes.length > 0 || outcome.failures.length > 0) {
    useComposerDialog.getState().open({ kind: 'imported', outcome })
    return
  }
  showToast({ intent: 'success', title: outcomeSentence(outcome) })
}

/** "Imported 2 collections, 14 requests." */
export function outcomeSentence(outcome: ImportOutcome): string {
  const parts = [
    outcome.collections.length > 0 ? t('import.collections', { count: outcome.collections.length }) : '',
    outcome.requests > 0 ? t('import.requests', { count: outcome.requests }) : '',
    outcome.environments.length > 0 ? t('import.environments', { count: outcome.environments.length }) : '',
  ].filter(Boolean)
  if (parts.length === 0) return t('import.nothing')
  return t('import.done', { what: new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(parts) })
}

async function orExplain(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    showErrorToast(t('failed.import'), error)
  }
}
