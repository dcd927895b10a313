import type { Environment } from '@shared/environment/environment'
import i18next from 'i18next'
import { revealFile } from '../../app-shell/actions'
import { callEngine, callShell } from '../../state/bridge'
import { changeWorkspace, useComposer } from '../../state/composer-store'
import { showToast } from '../../state/toast-store'
import { offerUndo } from '../../ui/undo-toast'
import { useEnvironmentsDialog } from './environments-dialog-store'

// All of these reject with an `AppError`.

/** Gives the id of the new environment. */
export async function createEnvironment(): Promise<string> {
  const { id } = await callEngine('environment.create', { name: i18next.t('environment.newName', { ns: 'request' }) })
  return id
}

export async function duplicateEnvironment(id: string): Promise<string> {
  return (await callEngine('environment.duplicate', { id })).id
}

/** Can be taken back for ten seconds; requests that used it use none until then. */
export async function deleteEnvironment({ id, name }: Environment): Promise<void> {
  const { undoToken } = await callEngine('environment.delete', { id })
  const wasUsed = useComposer.getState().workspace.environmentId === id
  if (wasUsed) changeWorkspace({ environmentId: null })
  offerUndo(i18next.t('environment.deleted', { ns: 'request', name }), async () => {
    await callEngine('environment.restore', { undoToken })
    if (wasUsed) changeWorkspace({ environmentId: id })
  })
}

/** Saves edits. A file that got another name with them is followed. */
export async function saveEnvironment(
  id: string,
  changes: Partial<Pick<Environment, 'name' | 'variables'>>,
): Promise<void> {
  const { name, variables } = changes
  const saved = await callEngine('environment.change', {
    id,
    ...(name === undefined ? {} : { name }),
    ...(variables === undefined ? {} : { variables: [...variables] }),
  })
  if (saved.id === id) return
  if (useComposer.getState().workspace.environmentId === id) changeWorkspace({ environmentId: saved.id })
  const dialog = useEnvironmentsDialog.getState()
  if (dialog.isOpen && (dialog.chosenId ?? id) === id) dialog.choose(saved.id)
}

/** Reads environment files that the user chooses, and tells how many came; the first one's id, null for none. */
export async function importEnvironments(): Promise<string | null> {
  const files = await callShell('file.choose-open', { extensions: ['json'], multiple: true })
  if (files.length === 0) return null
  const outcome = await callEngine('collections.import', { fileTokens: files.map(({ token }) => token) })
  const count = outcome.environments.length
  const [failure] = outcome.failures
  if (failure) showToast({ intent: 'error', title: failure.name, error: failure.error, lastsMs: null })
  else {
    const title =
      count === 0
        ? i18next.t('environment.importedNone', { ns: 'request' })
        : i18next.t('environment.imported', { ns: 'request', count })
    showToast({ intent: count === 0 ? 'warning' : 'success', title })
  }
  return outcome.environments[0] ?? null
}

/** Writes an environment as a Postman file that the user names. */
export async function exportEnvironment({ id, name }: Environment, withSecrets: boolean): Promise<void> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names can hold what file names cannot
  const stem = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, '-').slice(0, 120)
  const suggestedName = `${stem}.postman_environment.json`
  const file = await callShell('file.choose-save', { suggestedName, extension: 'json' })
  if (!file) return
  await callEngine('environment.export', { id, fileToken: file.token, withSecrets })
  showToast({
    intent: 'success',
    title: i18next.t('environment.exported', { ns: 'request', file: file.name }),
    action: { label: i18next.t('export.reveal', { ns: 'collections' }), run: () => void revealFile(file.token) },
  })
}
