import { ProgressBar } from '@fluentui/react-components'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import styles from './guide-view.module.css'

/** How many steps are done; once all are, what to do with that. */
export function GuideProgress({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useTranslation('guide')
  const words = t('progress', { done, total })
  if (done === total) {
    return (
      <div className={styles.closing}>
        <CheckmarkCircle20Filled className={`${styles.icon} ${styles.done}`} aria-hidden />
        <div>
          <p className={styles.title}>
            {t('allDone.title')}
            <span className={styles.state}>{words}</span>
          </p>
          <p className={styles.text}>{t('allDone.text')}</p>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.progress}>
      <ProgressBar className={`${styles.bar}`} value={done / total} thickness="large" aria-label={words} />
      <span className={styles.count}>{words}</span>
    </div>
  )
}
