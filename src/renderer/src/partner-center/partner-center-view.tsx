import { Spinner } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { chosenOffer, followPartnerCenter, usePartnerCenter } from '../state/partner-center-store'
import { ErrorBar } from '../ui/error-text'
import { EmptyOffers } from './empty-offers'
import { OfferDialog } from './offer-dialog'
import { OfferView } from './offer-view'
import { OffersPane } from './offers-pane'
import styles from './partner-center-view.module.css'

followPartnerCenter()

/** The rehearsal of Partner Center: offers at the left, *Customer leads* of the chosen one at the right. */
export function PartnerCenterView() {
  const { t } = useTranslation('partner')
  const loaded = usePartnerCenter((state) => state.loaded)
  const error = usePartnerCenter((state) => state.error)
  const offer = usePartnerCenter(chosenOffer)
  const dialog = usePartnerCenter((state) => state.dialog)
  if (!loaded) return <Spinner className={`${styles.waiting}`} aria-label={t('loading')} />
  return (
    <div className={styles.view}>
      {offer ? <OffersPane /> : null}
      <div className={styles.scroll}>
        {error ? <ErrorBar error={error} /> : offer ? <OfferView key={offer.id} offer={offer} /> : <EmptyOffers />}
      </div>
      {dialog ? <OfferDialog /> : null}
    </div>
  )
}
