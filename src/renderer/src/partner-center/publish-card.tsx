import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { RocketRegular } from '@fluentui/react-icons'
import type { Offer } from '@shared/partner-center/offer'
import { useTranslation } from 'react-i18next'
import { useValidation } from '../state/partner-center-store'
import { onFirstClick } from '../ui/first-click'
import { Card } from './card'
import { LeadStreamPanel } from './lead-stream-panel'
import styles from './lines.module.css'
import { publishOffer, unpublishOffer } from './send-deeds'
import { SingleLead } from './single-lead'

/** *Publish*: from then on leads come. */
export function PublishCard({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner')
  const isValidating = useValidation(offer.id)?.state === 'running'
  const { connection, published, validatedAt } = offer
  if (!published)
    return (
      <Card
        title={t('publish.title')}
        intro={t('publish.before')}
        place="publish"
        action={
          connection ? (
            <Button
              appearance={validatedAt === null ? 'secondary' : 'primary'}
              icon={<RocketRegular />}
              onClick={onFirstClick(() => publishOffer(offer.id))}
            >
              {t('publish.start')}
            </Button>
          ) : null
        }
      >
        <p className={styles.quiet}>{connection ? t('publish.beforeTest') : t('validate.connectFirst')}</p>
      </Card>
    )
  return (
    <Card
      title={t('publish.title')}
      intro={t('publish.after')}
      place="publish"
      action={<Button onClick={onFirstClick(() => unpublishOffer(offer.id))}>{t('publish.stop')}</Button>}
    >
      {validatedAt === null && !isValidating ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('publish.notValidated')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <SingleLead offer={offer} />
      <LeadStreamPanel offer={offer} />
    </Card>
  )
}
