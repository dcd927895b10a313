import type { LeadStream } from '@shared/partner-center/lead-stream'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../composer/answer/intent-icon'
import { VisibleText } from '../ui/visible-text'
import lines from './lines.module.css'
import outcomes from './outcome-list.module.css'
import styles from './stream-counts.module.css'

const whole = new Intl.NumberFormat()
const tenths = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** What a stream has done so far, counted on both sides. */
export function StreamCounts({ stream }: { readonly stream: LeadStream }) {
  const { t, i18n } = useTranslation('partner')
  const { state, speed, sent, accepted, failed, arrived, duplicates, retries, failures } = stream
  const duration = useDuration(stream)
  const among = [
    ...(duplicates > 0 ? [t('stream.duplicatesCount', { count: duplicates })] : []),
    ...(retries > 0 ? [t('stream.retriesCount', { count: retries })] : []),
  ]
  const lost = arrived === null ? 0 : accepted - arrived
  return (
    <section className={styles.counts} aria-label={t('stream.counts')}>
      <p className={lines.quiet}>{t(`stream.state.${state}`, { duration, speed: tenths.format(speed) })}</p>
      <div className={styles.sides}>
        <div>
          <h4>{t('stream.thisSide')}</h4>
          <dl>
            <Count name={t('stream.sent')} value={sent} />
            <Count name={t('stream.accepted')} value={accepted} />
            <Count name={t('stream.failed')} value={failed} isBad={failed > 0} />
          </dl>
        </div>
        <div>
          <h4>{t('stream.otherSide')}</h4>
          <dl>
            <Count name={t('stream.arrived')} value={arrived} />
          </dl>
        </div>
      </div>
      {arrived === null ? <p className={lines.quiet}>{t('stream.arrivedUnknown')}</p> : null}
      {among.length > 0 ? (
        <p className={lines.quiet}>{t('stream.among', { what: new Intl.ListFormat(i18n.language).format(among) })}</p>
      ) : null}
      {state === 'stopped' && lost > 0 ? (
        <p className={lines.remark}>
          <IntentIcon intent="warning" />
          {t('stream.difference', { count: lost })}
        </p>
      ) : null}
      {failures.length > 0 ? <Failures failures={failures} /> : null}
    </section>
  )
}

type CountProps = { readonly name: string; readonly value: number | null; readonly isBad?: boolean }

function Count({ name, value, isBad = false }: CountProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isBad ? styles.bad : undefined}>{value === null ? '—' : whole.format(value)}</dd>
    </div>
  )
}

function Failures({ failures }: { readonly failures: LeadStream['failures'] }) {
  const { t } = useTranslation(['partner', 'explain'])
  return (
    <div>
      <h4>{t('partner:stream.failures')}</h4>
      <ul className={outcomes.list}>
        {failures.map(({ status, explained: { code, params }, count }) => (
          <li key={`${status} ${code}`}>
            <span className={outcomes.icon}>
              <IntentIcon intent="error" />
            </span>
            <span className={outcomes.words}>
              <span>
                <strong>{status ?? t('partner:stream.noAnswer')}</strong> · {t('partner:stream.times', { count })} ·{' '}
                <VisibleText text={t(`explain:${code}.what`, params)} light />
              </span>
              <VisibleText className={lines.quiet} text={t(`explain:${code}.todo`, params)} light />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** `1:05`, going on while the stream runs. */
function useDuration({ startedAt, endedAt }: LeadStream): string {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (endedAt !== null) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [endedAt])
  const seconds = Math.max(0, Math.floor(((endedAt ?? Math.max(now, startedAt)) - startedAt) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
