import type { Offer } from '@shared/partner-center/offer'
import { useTranslation } from 'react-i18next'
import { VisibleText } from '../ui/visible-text'
import { ConnectionCard } from './connection-card'
import styles from './offer-view.module.css'
import { PublishCard } from './publish-card'
import { ValidateCard } from './validate-card'

/** *Offer setup > Customer leads* of an offer, from top to bottom in the order in which it is done. */
export function OfferView({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner')
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.crumbs}>
          <VisibleText text={offer.name} light maxLength={120} />
          <span aria-hidden>›</span>
          <span>{t('setup')}</span>
        </p>
        <h1>{t('customerLeads')}</h1>
      </header>
      <ConnectionCard offer={offer} />
      <ValidateCard offer={offer} />
      <PublishCard offer={offer} />
    </div>
  )
}
