import type { LeadDetail } from '@shared/lead/lead-detail'
import { relativeTime } from '@shared/text/relative-time'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button'
import { formatDuration } from './duration'
import sections from './section.module.css'
import { timingParts } from './timing-parts'
import styles from './timing-tab.module.css'

const localTime = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'full',
  timeStyle: 'long',
})

/** When the request came, and how long each part of its way took. */
export function TimingTab({ detail }: { readonly detail: LeadDetail }) {
  const { t, i18n } = useTranslation('detail')
  const { receivedAt } = detail.summary
  const utc = new Date(receivedAt).toISOString()
  const { amount, unit } = relativeTime(receivedAt, Date.now())
  const parts = timingParts(detail.timing)
  return (
    <div className={sections.sections}>
      <section className={sections.section}>
        <h3>{t('timing.received')}</h3>
        <dl className={sections.facts}>
          <dt>{t('timing.local')}</dt>
          <dd>{localTime.format(receivedAt)}</dd>
          <dt>{t('timing.utc')}</dt>
          <dd className={styles.copied}>
            {utc} <CopyButton text={utc} label={t('timing.copyUtc')} />
          </dd>
          <dt>{t('timing.age')}</dt>
          <dd>{new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' }).format(amount, unit)}</dd>
        </dl>
      </section>
      <section className={sections.section}>
        <h3>{t('timing.total', { duration: formatDuration(detail.timing.handledMs) })}</h3>
        <div className={styles.bar} aria-hidden>
          {parts.map(({ name, share }) => (
            <span key={name} className={styles[name]} style={{ flexGrow: share }} />
          ))}
        </div>
        <table className={styles.table}>
          <tbody>
            {parts.map(({ name, startMs, durationMs }) => (
              <tr key={name}>
                <th scope="row">
                  <span className={`${styles.key} ${styles[name]}`} aria-hidden />
                  {t(`timing.part.${name}`)}
                </th>
                <td className={styles.number}>{formatDuration(durationMs)}</td>
                <td className={styles.from}>{t('timing.from', { start: formatDuration(startMs) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={sections.hint}>{t('timing.hint')}</p>
      </section>
    </div>
  )
}
