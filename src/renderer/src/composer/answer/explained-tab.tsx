import { explainOutcome } from '@shared/answer/explain'
import { readTriggerError } from '@shared/answer/trigger-error'
import type { HistoryEntry } from '@shared/history/history'
import type { RunSummary } from '@shared/run/run'
import { useTranslation } from 'react-i18next'
import sections from '../../inbox/detail/section.module.css'
import { CopyButton } from '../../ui/copy-button'
import { VisibleText } from '../../ui/visible-text'
import styles from './explained-tab.module.css'
import { IntentIcon } from './intent-icon'
import { OwnRunLinks } from './own-run-links'

type ExplainedTabProps = {
  readonly entry: HistoryEntry
  /** The run of one of our own flows that it names. */
  readonly run: RunSummary | null
}

/** What an outcome means in plain words: what happened, why, what to do next; then what to search for. */
export function ExplainedTab({ entry, run }: ExplainedTabProps) {
  const { t } = useTranslation(['explain', 'answer'])
  const { outcome, sent } = entry
  const { code, intent, params, runId } = explainOutcome(outcome, sent)
  const isOwn = run !== null && code === 'accepted'
  const todo = isOwn ? t('answer:explained.ownTodo') : t(`explain:${code}.todo`, params)
  const error = outcome.kind === 'answered' ? readTriggerError(outcome.answer.bodyText) : null
  return (
    <div className={sections.sections}>
      <section className={`${styles.card} ${styles[intent]}`}>
        <IntentIcon intent={intent} />
        <div className={styles.words}>
          <h3>
            <VisibleText text={t(`explain:${code}.what`, params)} light />
          </h3>
          <p>
            <VisibleText text={t(`explain:${code}.why`, params)} light />
          </p>
          <p>
            <strong>{t('answer:explained.todo')}</strong> <VisibleText text={todo} light />
          </p>
          {run === null ? null : <OwnRunLinks run={run} />}
        </div>
      </section>
      {error ? (
        <section className={sections.section}>
          <h3>{t('answer:explained.serverSays')}</h3>
          <div className={sections.line}>
            <div className={styles.says}>
              <code>
                <VisibleText text={error.code} light maxLength={200} />
              </code>
              <VisibleText text={error.message} multiline light maxLength={4000} />
            </div>
            <CopyButton text={`${error.code}: ${error.message}`} label={t('answer:explained.copyError')} />
          </div>
        </section>
      ) : null}
      {outcome.kind === 'failed' ? (
        <section className={sections.section}>
          <h3>{t('answer:explained.details')}</h3>
          <dl className={sections.facts}>
            <dt>{t('answer:explained.host')}</dt>
            <dd>
              <VisibleText text={hostOf(outcome.failure.host, outcome.failure.port)} light maxLength={300} />
            </dd>
            <dt>{t('answer:explained.code')}</dt>
            <dd className={styles.copied}>
              <code>{outcome.failure.code}</code>
              <CopyButton text={outcome.failure.code} label={t('answer:explained.copyCode')} />
            </dd>
          </dl>
        </section>
      ) : null}
      {runId === null ? null : (
        <section className={sections.section}>
          <h3>{t('answer:explained.runId')}</h3>
          <div className={sections.line}>
            <code>
              <VisibleText text={runId} light maxLength={200} />
            </code>
            <CopyButton text={runId} label={t('answer:explained.copyRunId')} />
          </div>
          {run === null ? (
            <p className={sections.hint}>{t('answer:explained.runIdHint')}</p>
          ) : (
            <p className={sections.hint}>
              <VisibleText text={t('answer:explained.ownRun', { flow: run.flowName })} light maxLength={300} />
            </p>
          )}
        </section>
      )}
    </div>
  )
}

function hostOf(host: string, port: number | null): string {
  return port === null ? host : `${host}:${port}`
}
