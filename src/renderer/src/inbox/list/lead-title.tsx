import type { LeadSummary } from '@shared/lead/lead-summary'
import { useTranslation } from 'react-i18next'
import { CellText } from './cell-text'
import { leadName } from './lead-name'
import styles from './lead-row.module.css'

type LeadTitleProps = { readonly lead: LeadSummary; readonly words: readonly string[] }

/** What a row is called: the name, or why the request reached no flow, followed by the name if there is one. */
export function LeadTitle({ lead, words }: LeadTitleProps) {
  const { t } = useTranslation('inbox')
  const { t: explain } = useTranslation('diagnosis')
  const name = leadName(lead)
  if (lead.verdict === 'unmatched') {
    const headline = lead.diagnosis ? explain(`${lead.diagnosis}.headline`) : t('list.unmatched')
    return (
      <span className={styles.title} title={headline}>
        {headline}
        {name === '' ? null : (
          <span className={styles.quiet}>
            {' · '}
            <CellText text={name} words={words} />
          </span>
        )}
      </span>
    )
  }
  if (name === '') return <span className={`${styles.title} ${styles.quiet}`}>{t('list.noName')}</span>
  return (
    <span className={styles.title} title={name.slice(0, 500)}>
      <CellText text={name} words={words} />
    </span>
  )
}
