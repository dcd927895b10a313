import { Button, Field, Select } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import { knownActionCodes } from '@shared/lead/action-code'
import { knownLeadSources } from '@shared/lead/lead-source'
import type { LeadDelivery } from '@shared/partner-center/lead-stream'
import type { Offer } from '@shared/partner-center/offer'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../composer/answer/intent-icon'
import { formatDuration } from '../inbox/detail/duration'
import { usePartnerCenter } from '../state/partner-center-store'
import { LeadTime } from '../ui/lead-time'
import { VisibleText } from '../ui/visible-text'
import card from './card.module.css'
import lines from './lines.module.css'
import outcomes from './outcome-list.module.css'
import { sendLead } from './send-deeds'
import { ShowLead } from './show-lead'
import styles from './single-lead.module.css'

/** Sends a made-up lead by action code and source, and tells what became of the last ones. */
export function SingleLead({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation(['partner', 'lead'])
  const [actionCode, setActionCode] = useState<string>('INS')
  const [source, setSource] = useState<string>('AzureMarketplace')
  const [isSending, setSending] = useState(false)
  const deliveries = usePartnerCenter((state) => state.deliveries[offer.id])
  const headingId = useId()
  const send = async () => {
    setSending(true)
    await sendLead(offer.id, actionCode, source)
    setSending(false)
  }
  return (
    <section className={card.part} aria-labelledby={headingId} data-place="send-lead">
      <h3 id={headingId}>{t('partner:lead.title')}</h3>
      <div className={styles.row}>
        <Field label={t('partner:lead.actionCode')}>
          <Select value={actionCode} onChange={(_, { value }) => setActionCode(value)}>
            {knownActionCodes.map((code) => (
              <option key={code} value={code}>
                {`${code}: ${t(`lead:actionCode.${code}`)}`}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('partner:lead.source')}>
          <Select value={source} onChange={(_, { value }) => setSource(value)}>
            {knownLeadSources.map((known) => (
              <option key={known} value={known}>
                {`${known}: ${t(`lead:source.${known}`)}`}
              </option>
            ))}
          </Select>
        </Field>
        <Button icon={<SendRegular />} disabledFocusable={isSending} onClick={() => void send()}>
          {t('partner:lead.send')}
        </Button>
      </div>
      <div role="status">
        {deliveries && deliveries.length > 0 ? (
          <ul className={outcomes.list} aria-label={t('partner:lead.results')}>
            {deliveries.map((delivery) => (
              <Delivery key={`${delivery.sentAt} ${delivery.name}`} delivery={delivery} />
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  )
}

function Delivery({ delivery }: { readonly delivery: LeadDelivery }) {
  const { t } = useTranslation(['partner', 'explain'])
  const { sentAt, name, actionCode, durationMs, status, explained, isOwn, leadId } = delivery
  const isTaken = status !== null && status >= 200 && status < 300
  const isLost = isTaken && isOwn && leadId === null
  const word = !isTaken ? 'refused' : !isOwn ? 'taken' : isLost ? 'lost' : 'arrived'
  return (
    <li>
      <span className={outcomes.icon}>
        <IntentIcon intent={isTaken && !isLost ? 'success' : 'error'} />
      </span>
      <span className={outcomes.words}>
        <span>
          <strong>{t(`partner:lead.${word}`)}</strong> · {name} · <VisibleText text={actionCode} light /> ·{' '}
          {status ?? t('partner:lead.noAnswer')} · {formatDuration(durationMs)} · <LeadTime at={sentAt} />
        </span>
        {isTaken ? null : (
          <VisibleText
            className={lines.quiet}
            text={`${t(`explain:${explained.code}.what`, explained.params)} ${t(`explain:${explained.code}.todo`, explained.params)}`}
            light
          />
        )}
      </span>
      {leadId === null ? null : <ShowLead leadId={leadId} label={t('partner:lead.show')} />}
    </li>
  )
}
