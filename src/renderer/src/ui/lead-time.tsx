import { relativeTime, sameLocalDay } from '@shared/text/relative-time'
import { useTranslation } from 'react-i18next'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const date = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' })
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** When something came: today as clock, else as date; the tooltip has the local time, UTC and the age. */
export function LeadTime({ at, withDate = false }: { readonly at: number; readonly withDate?: boolean }) {
  const { t, i18n } = useTranslation('common')
  const now = Date.now()
  const { amount, unit } = relativeTime(at, now)
  const age = new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' }).format(amount, unit)
  const iso = new Date(at).toISOString()
  const shown = withDate ? full.format(at) : sameLocalDay(at, now) ? clock.format(at) : date.format(at)
  return (
    <time dateTime={iso} title={t('timeTooltip', { local: full.format(at), utc: iso, age })}>
      {shown}
    </time>
  )
}
