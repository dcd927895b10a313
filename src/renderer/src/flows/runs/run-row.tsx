import { Badge } from '@fluentui/react-components'
import type { RunSummary } from '@shared/run/run'
import { useTranslation } from 'react-i18next'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import { runDuration, shortDuration } from './run-duration'
import styles from './run-history.module.css'
import { StateMark } from './state-mark'

type RunRowProps = {
  readonly id: string
  readonly run: RunSummary
  /** Its place in the list in px. */
  readonly top: number
  readonly withFlow: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
}

export function RunRow({ id, run, top, withFlow, isChosen, onChoose }: RunRowProps) {
  const duration = runDuration(run)
  return (
    // The keys are the list's own: it has the focus, and names this row as the active one.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onChoose}
    >
      <StateMark state={run.state.state} />
      <RunMarks run={run} />
      <span className={styles.when}>
        <LeadTime at={run.startedAt} />
      </span>
      <span className={styles.sub}>
        {withFlow ? <VisibleText text={run.flowName} light maxLength={120} /> : <code>{run.runId}</code>}
      </span>
      <span className={styles.duration}>{duration === null ? '' : shortDuration(duration)}</span>
    </div>
  )
}

/** Whether a run was a test, or another one's resubmission. */
export function RunMarks({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('flowRuns')
  return (
    <span className={styles.marks}>
      {run.isTest ? (
        <Badge appearance="tint" color="informative">
          {t('test')}
        </Badge>
      ) : null}
      {run.resubmitOf === null ? null : (
        <Badge appearance="tint" color="informative">
          {t('resubmitted')}
        </Badge>
      )}
    </span>
  )
}
