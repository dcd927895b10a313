import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ProgressBar,
} from '@fluentui/react-components'
import { ArrowExportRegular, StopRegular } from '@fluentui/react-icons'
import { type CollectionRun, reportFormats } from '@shared/runner/collection-run'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../inbox/detail/duration'
import { stopRun } from '../../state/runner-store'
import { ErrorBar } from '../../ui/error-text'
import { LeadTime } from '../../ui/lead-time'
import { Segmented } from '../../ui/segmented'
import { VisibleText } from '../../ui/visible-text'
import { IntentIcon } from '../answer/intent-icon'
import { exportReport } from './export-report'
import styles from './run-panel.module.css'
import { runIntent, runProgress } from './run-progress'
import { RunResults } from './run-results'

/** One run: how far it is, its numbers, and its results. */
export function RunPanel({ run }: { readonly run: CollectionRun }) {
  const { t } = useTranslation('runner')
  const [only, setOnly] = useState<'all' | 'failed'>('all')
  const isRunning = run.state.state === 'running'
  const now = useNow(isRunning)
  const { share, leftMs } = runProgress(run, now)
  return (
    <>
      <header className={styles.head}>
        <div className={styles.title}>
          <IntentIcon intent={runIntent(run)} />
          <h2>
            <VisibleText text={run.name} light maxLength={120} />
          </h2>
          <span role="status">{t(`state.${run.state.state}`)}</span>
          <span className={styles.quiet}>
            <LeadTime at={run.startedAt} withDate />
            {run.environmentName === null ? null : ` · ${run.environmentName}`}
            {run.dataName === null ? null : ` · ${run.dataName}`}
          </span>
          <span className={styles.push} />
          {isRunning ? (
            <Button size="small" icon={<StopRegular />} onClick={() => void stopRun(run.id)}>
              {t('form.stop')}
            </Button>
          ) : null}
        </div>
        {run.state.state === 'could-not-run' ? <ErrorBar error={run.state.error} /> : null}
        {isRunning ? (
          <div className={styles.progress}>
            <ProgressBar value={share} color={run.failed > 0 ? 'error' : 'brand'} aria-label={t('progress.label')} />
            <span>
              {t('progress.done', { done: run.done, total: run.total })}
              {leftMs === null ? null : ` · ${t('progress.left', { time: formatDuration(leftMs) })}`}
            </span>
          </div>
        ) : null}
        <RunNumbers run={run} now={now} />
      </header>
      <div className={styles.resultBar}>
        <Segmented
          label={t('filter.label')}
          options={[
            { value: 'all', label: t('filter.all', { count: run.done }) },
            { value: 'failed', label: t('filter.failed', { count: run.failed }) },
          ]}
          value={only}
          onChange={setOnly}
        />
        <span className={styles.push} />
        <Menu>
          <MenuTrigger>
            <MenuButton size="small" icon={<ArrowExportRegular />} disabled={isRunning || run.done === 0}>
              {t('report.export')}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {reportFormats.map((format) => (
                <MenuItem key={format} onClick={() => void exportReport(run, format)}>
                  {t(`report.${format}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      <RunResults key={only} run={run} only={only} />
    </>
  )
}

function RunNumbers({ run, now }: { readonly run: CollectionRun; readonly now: number }) {
  const { t, i18n } = useTranslation('runner')
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const { elapsedMs } = runProgress(run, now)
  const facts = [
    ['requests', `${number.format(run.done)} / ${number.format(run.total)}`, false],
    ['failed', number.format(run.failed), run.failed > 0],
    [
      'checks',
      `${number.format(run.checksPassed)} / ${number.format(run.checksPassed + run.checksFailed)}`,
      run.checksFailed > 0,
    ],
    ['rate', t('numbers.perSecond', { rate: number.format(run.requestsPerSecond) }), false],
    ['average', formatDuration(run.averageMs), false],
    ['p95', formatDuration(run.p95Ms), false],
    ['elapsed', formatDuration(elapsedMs), false],
  ] as const
  return (
    <dl className={styles.numbersLine}>
      {facts.map(([name, value, isBad]) => (
        <div key={name}>
          <dt>{t(`numbers.${name}`)}</dt>
          <dd className={isBad ? styles.bad : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The time, told twice a second while something runs. */
function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}
