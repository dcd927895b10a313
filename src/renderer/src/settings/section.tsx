import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './settings-view.module.css'

type SectionProps = {
  readonly id:
    | 'receiver'
    | 'limits'
    | 'retention'
    | 'notifications'
    | 'appearance'
    | 'dataFolder'
    | 'secrets'
    | 'start'
    | 'about'
  readonly children: ReactNode
}

/** A headed part of the settings; its name is `section.<id>`. */
export function Section({ id, children }: SectionProps) {
  const { t } = useTranslation('settings')
  const headingId = useId()
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t(`section.${id}`)}
      </h2>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
