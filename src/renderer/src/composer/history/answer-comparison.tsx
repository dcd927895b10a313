import { Button, Spinner } from '@fluentui/react-components'
import { DismissRegular, EqualCircle16Regular, Warning16Filled } from '@fluentui/react-icons'
import type { HistoryEntry } from '@shared/history/history'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../../inbox/detail/compare-view.module.css'
import { ComparedLines } from '../../inbox/detail/compared-parts'
import { diffLines } from '../../inbox/detail/line-diff'
import { ReceivedValue } from '../../inbox/detail/received-value'
import { ErrorBar } from '../../ui/error-text'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import { OutcomeWords } from '../answer/answer-head'
import { type ComparedFact, comparableBody, compareAnswers } from './compare-answers'
import { useHistoryEntry } from './use-history-entry'

type AnswerComparisonProps = { readonly left: number; readonly right: number; readonly onClose: () => void }

/** Two sends side by side: what came of them, the headers, and the bodies line by line. */
export function AnswerComparison({ left, right, onClose }: AnswerComparisonProps) {
  const { t } = useTranslation('history')
  const one = useHistoryEntry(left)
  const other = useHistoryEntry(right)
  if (one.state === 'failed') return <ErrorBar error={one.error} />
  if (other.state === 'failed') return <ErrorBar error={other.error} />
  if (one.state === 'loading' || other.state === 'loading') return <Spinner size="small" label={t('loading')} />
  return <Comparison left={one.entry} right={other.entry} onClose={onClose} />
}

type ComparisonProps = { readonly left: HistoryEntry; readonly right: HistoryEntry; readonly onClose: () => void }

function Comparison({ left, right, onClose }: ComparisonProps) {
  const { t } = useTranslation(['history', 'detail'])
  const { facts, headers } = useMemo(() => compareAnswers(left, right), [left, right])
  const lines = useMemo(() => {
    const bodies = [comparableBody(left), comparableBody(right)] as const
    return bodies[0] === null || bodies[1] === null ? null : diffLines(bodies[0], bodies[1])
  }, [left, right])
  const differing = [...facts, ...headers].filter(({ differs }) => differs).length
  const isSameBody = lines?.every(({ kind }) => kind === 'same') ?? false
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <div>
          <h2>{t('history:compare.title')}</h2>
          <p>{differing === 0 && isSameBody ? t('history:compare.same') : t('history:compare.hint')}</p>
        </div>
        <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={onClose}>
          {t('history:compare.close')}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.body} tabIndex={0} aria-label={t('history:compare.title')}>
        <div className={styles.columns}>
          <span />
          <EntryHead entry={left} />
          <EntryHead entry={right} />
        </div>
        <Facts facts={facts} />
        <h3>{t('history:compare.headers')}</h3>
        <Facts facts={headers} />
        <h3>{t('history:compare.body')}</h3>
        {lines === null ? (
          <p className={styles.quiet}>{t('history:compare.notText')}</p>
        ) : isSameBody ? (
          <p className={styles.quiet}>{t('history:compare.sameBody')}</p>
        ) : (
          <ComparedLines lines={lines} />
        )}
      </section>
    </div>
  )
}

function EntryHead({ entry }: { readonly entry: HistoryEntry }) {
  return (
    <div className={styles.lead}>
      <strong>
        <OutcomeWords entry={entry} />
      </strong>
      <span className={styles.quiet}>
        <LeadTime at={entry.sentAt} withDate />
      </span>
      <span className={styles.quiet}>
        <VisibleText text={entry.name} light maxLength={80} />
      </span>
    </div>
  )
}

function Facts({ facts }: { readonly facts: readonly ComparedFact[] }) {
  const { t } = useTranslation(['history', 'detail'])
  return (
    <dl className={styles.fields}>
      {facts.map(({ name, key, left, right, differs }) => (
        <div key={name} className={differs ? `${styles.columns} ${styles.differs}` : styles.columns}>
          <dt>
            {differs ? <Warning16Filled aria-hidden /> : <EqualCircle16Regular aria-hidden />}
            <span>{key ? t(`history:compare.fact.${key}`) : <VisibleText text={name} light maxLength={200} />}</span>
            <span className="visually-hidden">{differs ? t('detail:compare.differs') : t('detail:compare.same')}</span>
          </dt>
          {[left, right].map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: there are always two, left and right
            <dd key={index}>
              {value === null ? (
                <span className={styles.quiet}>{t('history:compare.absent')}</span>
              ) : (
                <ReceivedValue text={value} mono />
              )}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
