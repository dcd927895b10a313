import { Button, Link } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { openHelp } from '../app-shell/actions'
import styles from './empty-offers.module.css'
import lines from './lines.module.css'
import { askForNewOffer } from './offer-deeds'

const steps = ['connect', 'validate', 'publish'] as const

/** What the view is for, while there is no offer. */
export function EmptyOffers() {
  const { t } = useTranslation(['partner', 'bar'])
  return (
    <section className={styles.empty} aria-labelledby="empty-offers-title">
      <h1 id="empty-offers-title">{t('partner:empty.title')}</h1>
      <p>{t('partner:empty.text')}</p>
      <ol className={styles.emptySteps}>
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(`partner:empty.${step}`)}</strong>
            <span>{t(`partner:empty.${step}Text`)}</span>
          </li>
        ))}
      </ol>
      <div className={`${lines.buttons} ${styles.deeds}`}>
        <Button appearance="primary" icon={<AddRegular />} onClick={askForNewOffer}>
          {t('partner:list.new')}
        </Button>
        <Link as="button" onClick={() => void openHelp('lead-article')}>
          {t('bar:empty.article')}
        </Link>
      </div>
    </section>
  )
}
