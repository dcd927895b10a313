import i18next from 'i18next'
import { callEngine, callShell } from '../../state/bridge'
import { trackJob } from '../../state/jobs-store'
import { showErrorToast } from '../../state/toast-store'

export const exportFormats = ['csv', 'jsonl', 'har'] as const

/** Asks where to, then writes one lead there; a failure is explained in a toast. */
export async function exportLead(id: number, format: (typeof exportFormats)[number]): Promise<void> {
  try {
    const suggestedName = `${i18next.t('detail:action.exportName', { id })}.${format}`
    const file = await callShell('file.choose-save', { suggestedName, extension: format })
    if (!file) return
    const { jobId } = await callEngine('leads.export', { selection: { ids: [id] }, format, fileToken: file.token })
    trackJob(jobId, i18next.t('inbox:list.export.job', { count: 1, file: file.name }), 1, file.token)
  } catch (error) {
    showErrorToast(i18next.t('inbox:list.failed.export'), error)
  }
}
