import type { SendTiming } from '@shared/answer/answer'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../inbox/detail/duration'
import sections from '../../inbox/detail/section.module.css'
import { timingBars } from './timing-bars'
import styles from './timing-tab.module.css'

/** How long each part of the exchange took, as bars one after the other and in numbers. */
export function TimingTab({ timing }: { readonly timing: SendTiming }) {
  const { t } = useTranslation('answer')
  const bars = timingBars(timing)
  return (
    <div className={sections.sections}>
      <section className={sections.section}>
        <h3>{t('timing.total', { duration: formatDuration(timing.total) })}</h3>
        <table className={styles.table}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('timing.part')}</th>
              <th scope="col">{t('timing.bar')}</th>
              <th scope="col">{t('timing.duration')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ name, ms, from, share }) => (
              <tr key={name}>
                <th scope="row">{t(`timing.${name}`)}</th>
                <td className={styles.track} aria-hidden>
                  {ms === null ? null : (
                    <span
                      className={`${styles.bar} ${styles[name]}`}
                      style={{ marginInlineStart: `${from * 100}%`, width: `${share * 100}%` }}
                    />
                  )}
                </td>
                <td className={styles.number}>{ms === null ? '—' : formatDuration(ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {timing.connect === null ? <p className={sections.hint}>{t('timing.reused')}</p> : null}
      </section>
    </div>
  )
}
