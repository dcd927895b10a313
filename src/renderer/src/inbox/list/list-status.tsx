import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../../state/engine-store'
import { useInbox } from '../../state/inbox-store'
import { arrivalRate } from './arrival-rate'
import styles from './lead-list.module.css'
import { useLeadList } from './lead-list-store'
import { isFiltered } from './query-filters'

/** How many leads there are or were found, and how fast they come when they come fast. */
export function ListStatus() {
  const { t } = useTranslation('inbox')
  const query = useInbox((state) => state.query)
  const found = useLeadList((state) => state.window.list.total)
  const phase = useLeadList((state) => state.window.phase.state)
  const stored = useEngine((state) => state.hydration?.facets.total ?? 0)
  const rate = useRate()
  // The newest leads are no count yet: a number that jumps from 200 to a million would look broken.
  if (phase === 'head' || (phase === 'loading' && found === 0))
    return <span className={styles.count}>{t('list.loading')}</span>
  return (
    <span className={styles.count} role="status">
      {isFiltered(query)
        ? t('list.found', { count: found, total: Math.max(stored, found) })
        : t('list.count', { count: found })}
      {rate === null ? null : (
        <span className={styles.rate} title={t('list.rateHint')} aria-hidden>
          {t('list.rate', { rate })}
        </span>
      )}
    </span>
  )
}

/** Looks once a second while leads arrive, so that the rate goes when they stop. */
function useRate(): number | null {
  const arrivals = useLeadList((state) => state.arrivals)
  const [now, setNow] = useState(0)
  const isBusy = arrivalRate(arrivals, Math.max(now, arrivals.at(-1)?.at ?? 0)) !== null
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [isBusy])
  return arrivalRate(arrivals, now)
}
