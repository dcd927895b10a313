import { Button, Spinner } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons'
import { type AppErrorData, toErrorData } from '@shared/app-error'
import type { RunSummary } from '@shared/run/run'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runDuration, shortDuration } from '../../flows/runs/run-duration'
import { RunMarks } from '../../flows/runs/run-row'
import { showRun } from '../../flows/runs/show-run'
import { StateMark } from '../../flows/runs/state-mark'
import { callEngine, onEngineConnected, onEngineEvents } from '../../state/bridge'
import { mayConcern } from '../../state/run-list'
import { ErrorBar } from '../../ui/error-text'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import styles from './run-tab.module.css'
import sections from './section.module.css'

/** The runs that a lead started, the first one first, each with the way to its steps. */
export function RunTab({ leadId }: { readonly leadId: number }) {
  const { t } = useTranslation('flowRuns')
  const { runs, error } = useRunsOfLead(leadId)
  if (error) return <ErrorBar error={error} />
  if (runs === null) return <Spinner size="small" label={t('loading')} />
  return (
    <div className={sections.sections}>
      {runs.length === 0 ? <p className={sections.quiet}>{t('noRun')}</p> : null}
      <ul className={styles.runs}>
        {runs.map((run) => (
          <RunLine key={run.id} run={run} />
        ))}
      </ul>
    </div>
  )
}

function RunLine({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('flowRuns')
  const duration = runDuration(run)
  return (
    <li className={styles.run}>
      <StateMark state={run.state.state} />
      <span className={styles.flow}>
        <VisibleText text={run.flowName} light maxLength={120} />
        <RunMarks run={run} />
      </span>
      <span className={styles.time}>
        <LeadTime at={run.startedAt} /> {duration === null ? null : `· ${shortDuration(duration)}`}
      </span>
      <Button size="small" icon={<OpenRegular />} onClick={() => showRun(run)}>
        {t('open')}
      </Button>
    </li>
  )
}

function useRunsOfLead(leadId: number): {
  readonly runs: readonly RunSummary[] | null
  readonly error: AppErrorData | null
} {
  const [state, setState] = useState<ReturnType<typeof useRunsOfLead>>({ runs: null, error: null })
  useEffect(() => {
    let isCurrent = true
    const read = () =>
      void callEngine('flow-run.of-lead', { leadId }).then(
        (runs) => isCurrent && setState({ runs, error: null }),
        (failure: unknown) => {
          const error = toErrorData(failure)
          if (isCurrent && error.code !== 'engine-stopped') setState({ runs: null, error })
        },
      )
    const stopEvents = onEngineEvents((events) => {
      if (events.some((event) => mayConcern(event, (run) => run.leadId === leadId))) read()
    })
    const stopConnected = onEngineConnected(read)
    return () => {
      isCurrent = false
      stopEvents()
      stopConnected()
    }
  }, [leadId])
  return state
}
