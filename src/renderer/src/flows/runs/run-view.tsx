import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components'
import { ArrowRepeatAllRegular, DismissRegular, InfoRegular, MailInboxRegular } from '@fluentui/react-icons'
import type { RunDetail, RunStep } from '@shared/run/run'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeed } from '../../composer/save/use-deed'
import { callEngine } from '../../state/bridge'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { CopyButton } from '../../ui/copy-button'
import { ErrorBar } from '../../ui/error-text'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import { runDuration, shortDuration } from './run-duration'
import { RunMarks } from './run-row'
import { RunStepCard, TriggerCard } from './run-step'
import styles from './run-view.module.css'
import { showLead } from './show-lead'
import { StateMark } from './state-mark'
import { useResubmitBlock } from './use-resubmit-block'
import { useRun } from './use-run'

type RunViewProps = { readonly id: number; readonly onOpen: (id: number) => void }

/** One run: how it ended, what can be done with it, and its steps as cards. */
export function RunView({ id, onOpen }: RunViewProps) {
  const { t } = useTranslation('flowRuns')
  const state = useRun(id)
  if (state.state === 'loading') return <Spinner className={styles.waiting} size="small" label={t('loading')} />
  if (state.state === 'failed') return <ErrorBar error={state.error} />
  return <Run detail={state.detail} onOpen={onOpen} />
}

function Run({ detail, onOpen }: { readonly detail: RunDetail; readonly onOpen: (id: number) => void }) {
  const { t } = useTranslation(['flowRuns', 'error'])
  const { summary, steps } = detail
  const [isAsking, setAsking] = useState(false)
  const deed = useDeed()
  const duration = runDuration(summary)
  const reasonId = useId()
  const blocked = useResubmitBlock(summary)
  const { leadId, resubmitOf } = summary
  const isRunning = summary.state.state === 'Running'
  const resubmit = () =>
    deed.run(async () => {
      const run = await callEngine('flow-run.resubmit', { id: summary.id })
      onOpen(run.id)
    })
  const cancel = () => deed.run(async () => void (await callEngine('flow-run.cancel', { id: summary.id })))
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h3>
          <StateMark state={summary.state.state} />
          <VisibleText text={summary.flowName} light maxLength={160} />
          <RunMarks run={summary} />
        </h3>
        <div className={styles.buttons}>
          {leadId === null ? null : (
            <Button size="small" icon={<MailInboxRegular />} onClick={() => showLead(leadId)}>
              {t('flowRuns:showLead')}
            </Button>
          )}
          {isRunning ? (
            <Button
              size="small"
              icon={<DismissRegular />}
              disabledFocusable={deed.isBusy}
              onClick={() => void cancel()}
            >
              {t('flowRuns:cancel')}
            </Button>
          ) : (
            <Button
              size="small"
              icon={<ArrowRepeatAllRegular />}
              // It can still be reached with the keyboard, so that its reason is read out.
              disabledFocusable={deed.isBusy || leadId === null || blocked !== null}
              aria-describedby={leadId === null || blocked !== null ? reasonId : undefined}
              onClick={() => setAsking(true)}
            >
              {t('flowRuns:resubmit')}
            </Button>
          )}
        </div>
        <p className={styles.facts}>
          <LeadTime at={summary.startedAt} withDate />
          {duration === null ? null : <span>{shortDuration(duration)}</span>}
          <span className={styles.runId}>
            <code>{summary.runId}</code>
            <CopyButton text={summary.runId} label={t('flowRuns:copyRunId')} />
          </span>
          {resubmitOf === null ? null : (
            <Button appearance="transparent" size="small" onClick={() => onOpen(resubmitOf)}>
              {t('flowRuns:showOriginal')}
            </Button>
          )}
        </p>
        {blocked === null ? null : (
          <p className={styles.blocked} id={reasonId}>
            <InfoRegular aria-hidden />
            <span>
              {t('error:flow-not-on.why', blocked)} {t('error:flow-not-on.todo', blocked)}
            </span>
          </p>
        )}
      </header>
      {deed.error ? <ErrorBar error={deed.error} /> : null}
      {leadId === null ? (
        <MessageBar layout="multiline" className={`${styles.gone}`}>
          <MessageBarBody id={reasonId}>
            <MessageBarTitle>{t('flowRuns:leadGone.title')}</MessageBarTitle> {t('flowRuns:leadGone.text')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.steps}>
        <TriggerCard />
        {topSteps(steps).map((step) => (
          <RunStepCard key={step.actionId} step={step} steps={steps} />
        ))}
      </div>
      {isAsking ? (
        <ConfirmDialog
          title={t('flowRuns:resubmitTitle')}
          consequence={t('flowRuns:resubmitConsequence')}
          confirm={t('flowRuns:resubmit')}
          onConfirm={() => void resubmit()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}

function topSteps(steps: readonly RunStep[]): readonly RunStep[] {
  return steps.filter(({ branchOf }) => branchOf === null)
}
