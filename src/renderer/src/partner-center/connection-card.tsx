import { Button, Link } from '@fluentui/react-components'
import { EditRegular, PlugConnectedRegular, PlugDisconnectedRegular } from '@fluentui/react-icons'
import { maskUrlSecrets } from '@shared/http/mask-url-secrets'
import { checkAddress } from '@shared/partner-center/check-connection'
import type { Offer, OfferConnection } from '@shared/partner-center/offer'
import { examineUrl } from '@shared/url-doctor/examine-url'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IntentIcon } from '../composer/answer/intent-icon'
import { setConnectionDraft, usePartnerCenter } from '../state/partner-center-store'
import { CopyButton } from '../ui/copy-button'
import { MaskedText } from '../ui/masked-text'
import { useFocusKept } from '../ui/use-focus-kept'
import { VisibleText } from '../ui/visible-text'
import { Card } from './card'
import styles from './connection.module.css'
import { ConnectionForm } from './connection-form'
import lines from './lines.module.css'
import { disconnectOffer } from './offer-deeds'
import { OwnFlowLine } from './own-flow-line'
import { UrlFindings } from './url-findings'

/** *Connect*: where the leads of the offer go. */
export function ConnectionCard({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner')
  const draft = usePartnerCenter((state) => state.connectionDrafts[offer.id])
  const { connection } = offer
  const focusKept = useFocusKept<HTMLDivElement>('button')
  const open = () =>
    setConnectionDraft(offer.id, { url: connection?.url ?? '', emails: connection?.contactEmails.join('; ') ?? '' })
  const action = draft ? null : connection ? (
    <>
      <Button icon={<EditRegular />} onClick={open}>
        {t('connection.change')}
      </Button>
      <Button icon={<PlugDisconnectedRegular />} onClick={() => void disconnectOffer(offer)}>
        {t('connection.disconnect')}
      </Button>
    </>
  ) : (
    <Button appearance="primary" icon={<PlugConnectedRegular />} onClick={open}>
      {t('connection.connect')}
    </Button>
  )
  return (
    <div {...focusKept}>
      <Card title={t('connection.title')} intro={t('connection.intro')} place="connection" action={action}>
        {draft ? <ConnectionForm offer={offer} draft={draft} /> : null}
        {!draft && connection ? <ConnectionFacts offerId={offer.id} connection={connection} /> : null}
      </Card>
    </div>
  )
}

type ConnectionFactsProps = { readonly offerId: string; readonly connection: OfferConnection }

function ConnectionFacts({ offerId, connection }: ConnectionFactsProps) {
  const { t } = useTranslation('partner')
  const { url, contactEmails } = connection
  const masked = maskUrlSecrets(url)
  const remark = checkAddress(url)
  const report = useMemo(() => examineUrl(url), [url])
  return (
    <dl className={styles.facts}>
      <dt>{t('connection.destination')}</dt>
      <dd>{t('connection.https')}</dd>
      <dt>{t('connection.url')}</dt>
      <dd>
        <span className={styles.url}>
          {masked === url ? (
            <code>
              <VisibleText text={url} light />
            </code>
          ) : (
            <MaskedText
              masked={masked}
              secret={url}
              showLabel={t('connection.showSignature')}
              hideLabel={t('connection.hideSignature')}
            />
          )}
          <CopyButton text={url} label={t('connection.copyUrl')} />
        </span>
        <OwnFlowLine url={url} />
        {remark ? (
          <span className={lines.remark}>
            <IntentIcon intent={remark.intent} />
            {t(`address.${remark.code}`, remark.params)}
          </span>
        ) : null}
        <UrlFindings
          report={report}
          onMend={(mended) => setConnectionDraft(offerId, { url: mended, emails: contactEmails.join('; ') })}
        />
      </dd>
      <dt>{t('connection.emails')}</dt>
      <dd>
        <ContactEmails emails={contactEmails} />
      </dd>
    </dl>
  )
}

const mostShown = 6

/** The addresses; of many only the first until all are asked for. */
function ContactEmails({ emails }: { readonly emails: readonly string[] }) {
  const { t } = useTranslation('partner')
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? emails : emails.slice(0, mostShown)
  return (
    <>
      <VisibleText text={shown.join('; ')} light />
      {emails.length > mostShown ? (
        <Link
          as="button"
          type="button"
          aria-expanded={isWhole}
          className={`${styles.moreEmails}`}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('connection.fewerEmails') : t('connection.allEmails', { count: emails.length })}
        </Link>
      ) : null}
    </>
  )
}
