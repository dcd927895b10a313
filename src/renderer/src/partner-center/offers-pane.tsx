import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { AddRegular, CopyRegular, DeleteRegular, MoreHorizontalRegular, RenameRegular } from '@fluentui/react-icons'
import type { Offer } from '@shared/partner-center/offer'
import { useTranslation } from 'react-i18next'
import { chooseOffer, chosenOffer, useLeadStream, usePartnerCenter } from '../state/partner-center-store'
import { useFocusKept } from '../ui/use-focus-kept'
import { VisibleText } from '../ui/visible-text'
import { askForName, askForNewOffer, deleteOffer, duplicateOffer } from './offer-deeds'
import styles from './offers-pane.module.css'

/** My offers, at the left. */
export function OffersPane() {
  const { t } = useTranslation('partner')
  const offers = usePartnerCenter((state) => state.offers)
  const chosen = usePartnerCenter(chosenOffer)
  const focusKept = useFocusKept<HTMLElement>('[aria-current="true"]')
  return (
    <aside className={styles.pane} {...focusKept}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('list.title')}</h2>
        <Button size="small" icon={<AddRegular />} onClick={askForNewOffer}>
          {t('list.new')}
        </Button>
      </div>
      <ul className={styles.list} aria-label={t('list.label')}>
        {offers.map((offer) => (
          <OfferItem key={offer.id} offer={offer} isChosen={offer.id === chosen?.id} />
        ))}
      </ul>
    </aside>
  )
}

function OfferItem({ offer, isChosen }: { readonly offer: Offer; readonly isChosen: boolean }) {
  const { t } = useTranslation('partner')
  const isStreaming = useLeadStream(offer.id)?.state === 'running'
  const state = isStreaming ? 'streaming' : offerState(offer)
  return (
    <li
      className={`${styles.item} ${isChosen ? styles.chosen : ''}`}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget.querySelector('button')) return
        if (event.key === 'F2') askForName(offer)
        if (event.key === 'Delete') void deleteOffer(offer)
      }}
    >
      <button
        type="button"
        className={styles.choose}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => chooseOffer(offer.id)}
      >
        <span className={styles.name}>
          <VisibleText text={offer.name} light maxLength={120} />
        </span>
        <span className={styles.state}>
          <span className={`${styles.dot} ${styles[state]}`} aria-hidden />
          {t(`state.${state}`)}
        </span>
      </button>
      <Menu positioning={{ position: 'below', align: 'end' }}>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            className={`${styles.more}`}
            icon={<MoreHorizontalRegular />}
            aria-label={t('list.more', { name: offer.name })}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<RenameRegular />} secondaryContent="F2" onClick={() => askForName(offer)}>
              {t('list.rename')}
            </MenuItem>
            <MenuItem icon={<CopyRegular />} onClick={() => void duplicateOffer(offer)}>
              {t('list.duplicate')}
            </MenuItem>
            <MenuItem icon={<DeleteRegular />} secondaryContent="Del" onClick={() => void deleteOffer(offer)}>
              {t('list.delete')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  )
}

/** How far an offer has come. */
function offerState({ connection, published }: Offer): 'unconnected' | 'connected' | 'published' {
  if (connection === null) return 'unconnected'
  return published ? 'published' : 'connected'
}
