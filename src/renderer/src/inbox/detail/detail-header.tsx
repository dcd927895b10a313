import { Badge, Link } from '@fluentui/react-components'
import type { LeadDetail } from '@shared/lead/lead-detail'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../ui/byte-size'
import { LeadTime } from '../../ui/lead-time'
import { VerdictBadge } from '../../ui/verdict-badge'
import { VisibleText } from '../../ui/visible-text'
import { jumpToLead } from '../list/jump-to-lead'
import { leadName } from '../list/lead-name'
import { referenceTime } from '../list/lead-time'
import { DetailActions } from './detail-actions'
import styles from './detail-header.module.css'
import { formatDuration } from './duration'

/** Who it is, what was made of it, and what can be done with it. */
export function DetailHeader({ detail }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation('detail')
  const { summary, request, timing } = detail
  const facts = [summary.company, summary.email, summary.country].filter((fact) => fact.trim() !== '')
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h2 className={styles.name}>
          <Title detail={detail} />
        </h2>
        <DetailActions detail={detail} />
      </div>
      <div className={styles.person}>
        {facts.length === 0 ? (
          <code>
            <VisibleText text={`${request.method} ${request.target.split('?', 1)[0]}`.trim()} light maxLength={120} />
          </code>
        ) : (
          facts.map((fact, index) => (
            // Three texts in a fixed order.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes for a lead
            <Fragment key={index}>
              {index === 0 ? null : ' · '}
              <VisibleText text={fact} light maxLength={120} />
            </Fragment>
          ))
        )}
      </div>
      <div className={styles.facts}>
        <VerdictBadge verdict={summary.verdict} />
        <span className={styles.status}>{`${detail.answer.status || ''} ${detail.answer.reason}`.trim()}</span>
        <span title={t('header.durationHint')}>{formatDuration(timing.handledMs)}</span>
        <span>{formatBytes(summary.bodySize)}</span>
        <LeadTime at={summary.receivedAt} />
        {summary.isTest ? (
          <Badge appearance="tint" color="informative" size="medium">
            {t('header.test')}
          </Badge>
        ) : null}
        {summary.duplicateOf ? <Duplicate of={summary.duplicateOf} /> : null}
      </div>
    </header>
  )
}

function Title({ detail: { summary, diagnosis } }: { readonly detail: LeadDetail }) {
  const { t } = useTranslation(['detail', 'diagnosis'])
  if (diagnosis) return <>{t(`diagnosis:${diagnosis.code}.headline`, diagnosis.params)}</>
  const name = leadName(summary)
  if (name !== '') return <VisibleText text={name} light maxLength={160} />
  return <span className={styles.quiet}>{t(`detail:header.noName`)}</span>
}

function Duplicate({ of }: { readonly of: { readonly id: number; readonly receivedAt: number } }) {
  const { t } = useTranslation('inbox')
  const time = referenceTime(of.receivedAt, Date.now())
  return (
    <Link
      as="button"
      className={styles.duplicate}
      title={t('list.duplicateHint', { time })}
      onClick={() => jumpToLead(of.id)}
    >
      {t('list.duplicate', { time })}
    </Link>
  )
}
