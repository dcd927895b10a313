import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onEngineEvents } from '../../state/bridge'
import { leadName } from './lead-name'

/** A screen reader hears of new leads at most this often: it would never stop reading otherwise. */
const quietMs = 4000

/** Says politely which lead, or how many, arrived since it last spoke. */
export function NewLeadsAnnouncer() {
  const { t } = useTranslation(['inbox', 'common'])
  const [spoken, setSpoken] = useState('')
  const waiting = useRef({ count: 0, text: '' })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  useEffect(() => {
    const speak = () => {
      const { count, text } = waiting.current
      timer.current = null
      if (count === 0) return
      waiting.current = { count: 0, text: '' }
      setSpoken(count === 1 ? text : t('inbox:list.announceMany', { count }))
      timer.current = setTimeout(speak, quietMs)
    }
    const stop = onEngineEvents((events) => {
      for (const event of events) {
        if (event.type !== 'leads-stored') continue
        const lead = event.leads[0]
        waiting.current = {
          count: waiting.current.count + event.count,
          text: lead
            ? t('inbox:list.announceOne', {
                name: leadName(lead) || t('inbox:list.noName'),
                verdict: t(`common:verdict.${lead.verdict}`),
              })
            : '',
        }
      }
      if (waiting.current.count > 0) timer.current ??= setTimeout(speak, 0)
    })
    return () => {
      stop()
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    }
  }, [t])

  return (
    <div className="visually-hidden" aria-live="polite" role="log">
      {spoken}
    </div>
  )
}
