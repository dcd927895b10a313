import { relativeTime } from '@shared/text/relative-time'
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './lead-row.module.css'
import { shortTime } from './lead-time'

const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** When a lead came; its tooltip (UTC and age) is made when the pointer comes, for the age is true only then. */
export function RowTime({ at }: { readonly at: number }) {
  const { t, i18n } = useTranslation('common')
  const explain = (event: PointerEvent<HTMLElement>) => {
    const { amount, unit } = relativeTime(at, Date.now())
    const age = new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' }).format(amount, unit)
    event.currentTarget.title = t('timeTooltip', { local: full.format(at), utc: new Date(at).toISOString(), age })
  }
  return (
    <time dateTime={new Date(at).toISOString()} className={styles.time} onPointerEnter={explain}>
      {shortTime(at, Date.now())}
    </time>
  )
}
