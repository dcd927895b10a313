import { useTranslation } from 'react-i18next'
import { readRunnerContent } from '../composer/runner/runner-content'
import { useRunner } from '../state/runner-store'
import { useView } from '../state/view-store'
import { VisibleText } from '../ui/visible-text'
import styles from './status-bar.module.css'

/** How far a run of a collection is, for as long as it goes on, wherever the user has gone meanwhile. */
export function RunStatus() {
  const { t } = useTranslation('frame')
  const run = useRunner(({ runs }) => runs.find(({ state }) => state.state === 'running'))
  if (!run) return null
  const { id, name, done, total, failed } = run
  return (
    <button type="button" className={`${styles.state} ${styles.run}`} title={t('run.show')} onClick={() => showRun(id)}>
      <VisibleText text={t('run.progress', { name: name.slice(0, 60), done, total })} light />
      {failed > 0 ? <span className={styles.count}>{t('run.failed', { count: failed })}</span> : null}
    </button>
  )
}

/** Shows the runner's tab with this run. The composer's store is loaded with its first use. */
async function showRun(runId: number): Promise<void> {
  useView.getState().show('composer')
  const { activateDraft, openTab, useComposer } = await import('../state/composer-store')
  const { drafts, workspace } = useComposer.getState()
  const shown = workspace.tabs.find((id) => {
    const draft = drafts[id]
    return draft?.kind === 'runner' && readRunnerContent(draft.content).runId === runId
  })
  if (shown === undefined) openTab('runner')
  else activateDraft(shown)
}
