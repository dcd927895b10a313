import { Button } from '@fluentui/react-components'
import { PlayRegular, StopRegular } from '@fluentui/react-icons'
import { defaultStreamOptions, type StreamOptions } from '@shared/partner-center/lead-stream'
import type { Offer } from '@shared/partner-center/offer'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setStreamDraft, useLeadStream, usePartnerCenter } from '../state/partner-center-store'
import { onFirstClick } from '../ui/first-click'
import styles from './card.module.css'
import lines from './lines.module.css'
import { startStream, stopStream } from './send-deeds'
import { StreamCounts } from './stream-counts'
import { StreamForm } from './stream-form'

/** A stream of leads until it is stopped, counted on both sides. */
export function LeadStreamPanel({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner')
  const stream = useLeadStream(offer.id)
  const draft = usePartnerCenter((state) => state.streamDrafts[offer.id])
  const options: StreamOptions = draft ?? stream?.options ?? defaultStreamOptions
  const [isValid, setValid] = useState(true)
  const headingId = useId()
  const state = stream?.state ?? 'stopped'
  const part = useRef<HTMLElement>(null)
  const start = async () => {
    await startStream(offer.id, options)
    // The counts are what is looked at now; in a low window they are below the button.
    part.current?.scrollIntoView({ block: 'end' })
  }
  const canStart = isValid && options.actionCodes.length > 0 && options.sources.length > 0
  return (
    <section ref={part} className={styles.part} aria-labelledby={headingId}>
      <h3 id={headingId}>{t('stream.title')}</h3>
      <StreamForm
        options={options}
        isRunning={state !== 'stopped'}
        onChange={(next) => setStreamDraft(offer.id, next)}
        onValidity={setValid}
      />
      <div className={lines.buttons}>
        {state === 'stopped' ? (
          <Button appearance="primary" icon={<PlayRegular />} disabled={!canStart} onClick={onFirstClick(start)}>
            {t('stream.start')}
          </Button>
        ) : (
          <Button
            appearance="primary"
            icon={<StopRegular />}
            disabledFocusable={state === 'stopping'}
            onClick={onFirstClick(() => stopStream(offer.id))}
          >
            {t('stream.stop')}
          </Button>
        )}
        <span className={lines.quiet}>{t(state === 'stopping' ? 'stream.stopping' : 'stream.goesOn')}</span>
      </div>
      {stream ? <StreamCounts stream={stream} /> : null}
    </section>
  )
}
