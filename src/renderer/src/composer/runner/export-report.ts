import type { CollectionRun, ReportFormat } from '@shared/runner/collection-run'
import i18next from 'i18next'
import { revealFile } from '../../app-shell/actions'
import { callEngine, callShell } from '../../state/bridge'
import { showErrorToast, showToast } from '../../state/toast-store'

const extensions: Readonly<Record<ReportFormat, string>> = { json: 'json', junit: 'xml', html: 'html' }

/** Asks where to and writes the report of a run there. */
export async function exportReport(run: CollectionRun, format: ReportFormat): Promise<void> {
  try {
    const extension = extensions[format]
    const file = await callShell('file.choose-save', { suggestedName: reportName(run, extension), extension })
    if (file === null) return
    await callEngine('run.report', { id: run.id, format, fileToken: file.token })
    showToast({
      intent: 'success',
      title: i18next.t('runner:report.saved', { name: file.name }),
      action: { label: i18next.t('frame:job.showFolder'), run: () => void revealFile(file.token) },
    })
  } catch (error) {
    showErrorToast(i18next.t('runner:report.notSaved'), error)
  }
}

/** Pure: the run's name as far as every system takes it in a file's name, and its day. */
export function reportName({ name, startedAt }: Pick<CollectionRun, 'name' | 'startedAt'>, extension: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
    .slice(0, 80)
  return `${plain === '' ? 'run' : plain} ${new Date(startedAt).toISOString().slice(0, 10)}.${extension}`
}
