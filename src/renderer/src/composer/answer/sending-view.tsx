import { Button, ProgressBar } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../inbox/detail/duration'
import type { SendProgress, SendState } from '../../state/send-store'
import { formatBytes } from '../../ui/byte-size'
import styles from './sending-view.module.css'

/** Quicker sends show nothing in between. */
const shownAfterMs = 300

type SendingViewProps = {
  readonly send: Extract<SendState, { state: 'sending' }>
  readonly onCancel: () => void
}

/** A send under way: how far it is, for how long it has run, and a way to stop it. */
export function SendingView({ send, onCancel }: SendingViewProps) {
  const { t } = useTranslation('answer')
  const elapsed = useElapsed(send.startedAt)
  if (elapsed < shownAfterMs) return null
  const { phase, done, total } = sendPhase(send.progress)
  const facts = { done: formatBytes(done), total: formatBytes(total ?? 0) }
  return (
    <div className={styles.sending}>
      <p role="status">{send.cancelling ? t('sending.cancelling') : t(`sending.${phase}`)}</p>
      <ProgressBar
        aria-label={t('sending.label')}
        {...(total === null || total === 0 ? {} : { value: Math.min(1, done / total) })}
      />
      <p className={styles.facts}>
        <span>{done === 0 ? null : total === null ? facts.done : t('sending.bytes', facts)}</span>
        <span className={styles.time}>{formatDuration(elapsed < 1000 ? elapsed - (elapsed % 100) : elapsed)}</span>
      </p>
      <Button icon={<DismissRegular />} disabled={send.cancelling} onClick={onCancel}>
        {t('sending.cancel')}
      </Button>
    </div>
  )
}

/** Pure: what a send is doing, and how much of that is done; a total of null is not known. */
export function sendPhase({ sent, sentTotal, received, receivedTotal }: SendProgress): {
  readonly phase: 'connecting' | 'uploading' | 'waiting' | 'downloading'
  readonly done: number
  readonly total: number | null
} {
  if (received > 0) return { phase: 'downloading', done: received, total: receivedTotal }
  if (sent === 0) return { phase: 'connecting', done: 0, total: null }
  if (sentTotal !== null && sent >= sentTotal) return { phase: 'waiting', done: 0, total: null }
  return { phase: 'uploading', done: sent, total: sentTotal }
}

/** Milliseconds since a time, told ten times a second. */
function useElapsed(since: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 100)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, now - since)
}
