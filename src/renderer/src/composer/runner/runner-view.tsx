import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { changeDraft, useDraft } from '../../state/composer-store'
import { followRuns, useRun } from '../../state/runner-store'
import { PaneHint } from '../../ui/pane-hint'
import { EarlierRuns } from './earlier-runs'
import { RunForm } from './run-form'
import { RunPanel } from './run-panel'
import { type RunnerContent, readRunnerContent } from './runner-content'
import styles from './runner-view.module.css'

/** Runs a request, folder or collection many times or with many rows of data: set-up, progress, results. */
export function RunnerView({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('runner')
  const draft = useDraft(draftId)
  const content = readRunnerContent(draft?.content ?? '')
  const run = useRun(content.runId)
  const results = useRef<HTMLElement>(null)
  useEffect(followRuns, [])
  if (!draft) return null
  const change = (changes: Partial<RunnerContent>) =>
    changeDraft(draftId, { content: JSON.stringify({ ...content, ...changes }) })
  const show = (runId: number) => {
    change({ runId })
    // In a narrow window the results stand under the form.
    results.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <div className={styles.view}>
      <div className={styles.setUp}>
        <RunForm draft={draft} content={content} run={run} onChange={change} onStarted={show} />
        <EarlierRuns shownId={run?.id ?? null} onShow={show} />
      </div>
      <section ref={results} className={styles.run} aria-label={t('results')}>
        {run ? (
          <RunPanel key={run.id} run={run} />
        ) : (
          <PaneHint title={t('empty.title')} text={t('empty.text')}>
            <p>{t('empty.data')}</p>
          </PaneHint>
        )}
      </section>
    </div>
  )
}
