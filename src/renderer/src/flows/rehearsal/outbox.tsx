import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { LeadTime } from '../../ui/lead-time'
import { VisibleText } from '../../ui/visible-text'
import { OutboxMailView } from './outbox-mail'
import { PagedSplit } from './paged-split'
import styles from './rehearsal.module.css'
import { useChosen } from './use-chosen'
import { usePages } from './use-pages'

const readPage = (page: { readonly before: number | null; readonly limit: number }) => callEngine('outbox.page', page)

/** The mails that rehearsed *Send an email* steps kept; nothing of it has left this computer. */
export function Outbox({ onEmpty }: { readonly onEmpty: (isEmpty: boolean) => void }) {
  const { t } = useTranslation('rehearsal')
  const pages = usePages(readPage)
  const { rows, isComplete, isLoading } = pages
  const { chosen, choose } = useChosen(rows)
  const isEmpty = rows.length === 0
  useEffect(() => onEmpty(isEmpty), [onEmpty, isEmpty])
  if (isEmpty && isComplete) return <p className={styles.empty}>{t('empty.outbox')}</p>
  return (
    <PagedSplit pages={pages} detail={chosen ? <OutboxMailView key={chosen.id} id={chosen.id} /> : null}>
      <ul className={styles.mails} aria-label={t('title.outbox')} aria-busy={isLoading}>
        {rows.map((mail) => (
          <li key={mail.id}>
            <button
              type="button"
              className={styles.mail}
              aria-current={mail.id === chosen?.id}
              onClick={() => choose(mail.id)}
            >
              <span className={styles.to}>
                <VisibleText text={mail.to.join('; ')} light maxLength={160} />
              </span>
              <span className={styles.time}>
                <LeadTime at={mail.createdAt} />
              </span>
              <span className={styles.subject}>
                <VisibleText text={mail.subject || t('mail.noSubject')} light maxLength={200} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </PagedSplit>
  )
}
