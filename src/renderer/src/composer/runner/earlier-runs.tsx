import { Button, Tooltip } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import type { CollectionRun } from '@shared/runner/collection-run'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteRun, readRuns, useRunner } from '../../state/runner-store'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ErrorBar } from '../../ui/error-text'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import { IntentIcon } from '../answer/intent-icon'
import styles from './earlier-runs.module.css'
import { runIntent } from './run-progress'

type EarlierRunsProps = { readonly shownId: number | null; readonly onShow: (id: number) => void }

/** The runs of all tabs, newest first; a click shows one again. */
export function EarlierRuns({ shownId, onShow }: EarlierRunsProps) {
  const { t } = useTranslation('runner')
  const { runs, error } = useRunner()
  const [deleting, setDeleting] = useState<CollectionRun | null>(null)
  if (runs.length === 0 && error === null) return null
  return (
    <section className={styles.earlier}>
      <h2>{t('earlier.title')}</h2>
      {error ? (
        <ErrorBar error={error}>
          <Button size="small" onClick={() => void readRuns()}>
            {t('earlier.retry')}
          </Button>
        </ErrorBar>
      ) : null}
      <ul className={styles.runs}>
        {runs.map((run) => (
          <li key={run.id} className={run.id === shownId ? styles.shown : undefined}>
            <button
              type="button"
              className={styles.button}
              aria-current={run.id === shownId}
              onClick={() => onShow(run.id)}
            >
              <IntentIcon intent={runIntent(run)} />
              <span className={styles.name}>
                <VisibleText text={run.name} light maxLength={100} />
              </span>
              <span className={styles.facts}>
                {t(`state.${run.state.state}`)} · {t('earlier.counts', { done: run.done, failed: run.failed })} ·{' '}
                <LeadTime at={run.startedAt} />
              </span>
            </button>
            {run.state.state === 'running' ? null : (
              <Tooltip content={t('earlier.delete')} relationship="label">
                <Button size="small" appearance="subtle" icon={<DeleteRegular />} onClick={() => setDeleting(run)} />
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
      {deleting ? (
        <ConfirmDialog
          title={t('earlier.deleteTitle', { name: deleting.name })}
          consequence={t('earlier.deleteConsequence', { count: deleting.done })}
          confirm={t('earlier.delete')}
          onConfirm={() => void deleteRun(deleting.id)}
          onClose={() => setDeleting(null)}
        />
      ) : null}
    </section>
  )
}
