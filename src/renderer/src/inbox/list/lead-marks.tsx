import { NoteRegular, PinFilled } from '@fluentui/react-icons'
import type { LeadSummary } from '@shared/lead/lead-summary'
import { useTranslation } from 'react-i18next'
import styles from './lead-row.module.css'
import { referenceTime } from './lead-time'

/** Unread dot and pin, at the start of a row. */
export function LeadMarks({ lead }: { readonly lead: LeadSummary }) {
  const { t } = useTranslation('inbox')
  return (
    <span className={styles.marks}>
      <span className={styles.dotPlace}>
        {lead.unread ? (
          <span className={styles.dot} role="img" aria-label={t('list.unread')} title={t('list.unread')} />
        ) : null}
      </span>
      {lead.pinned ? (
        <span className={styles.pin} role="img" aria-label={t('list.pinned')} title={t('list.pinned')}>
          <PinFilled aria-hidden fontSize={14} />
        </span>
      ) : null}
    </span>
  )
}

type LeadBadgesProps = {
  readonly lead: LeadSummary
  /** Shows "Duplicate of 10:29" in full; else only the time, the words in the tooltip and for screen readers. */
  readonly inFull: boolean
}

/** What sets a lead apart, behind its name: a test, a duplicate (with the way to the earlier one), a note. */
export function LeadBadges({ lead, inFull }: LeadBadgesProps) {
  const { t } = useTranslation('inbox')
  const { duplicateOf } = lead
  const time = duplicateOf ? referenceTime(duplicateOf.receivedAt, Date.now()) : ''
  return (
    <>
      {lead.isTest ? (
        <span className={styles.badge} title={t('list.testHint')}>
          {t('list.test')}
        </span>
      ) : null}
      {duplicateOf ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.duplicate}
          data-jump={duplicateOf.id}
          title={t('list.duplicateHint', { time })}
          aria-label={t('list.duplicate', { time })}
        >
          {inFull ? t('list.duplicate', { time }) : `⧉ ${time}`}
        </button>
      ) : null}
      {lead.hasNote ? (
        <span className={styles.note} role="img" aria-label={t('list.note')} title={t('list.note')}>
          <NoteRegular aria-hidden fontSize={14} />
        </span>
      ) : null}
    </>
  )
}
