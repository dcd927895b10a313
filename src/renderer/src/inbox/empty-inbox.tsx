import { Button, Link, Text } from '@fluentui/react-components'
import { CopyRegular, GlobeRegular, SendRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { copyFlowUrl, openHelp, openTunnel, sendSample } from '../app-shell/actions'
import { useFlowAddress } from '../state/flow-address'
import { useView } from '../state/view-store'
import styles from './empty-inbox.module.css'

/** The first run: an empty inbox that teaches how a lead gets here. */
export function EmptyInbox() {
  const { t } = useTranslation('bar')
  const address = useFlowAddress()
  const show = useView((state) => state.show)
  return (
    <section className={styles.empty} aria-labelledby="empty-inbox-title">
      <div className={styles.page}>
        <h1 id="empty-inbox-title" className={styles.title}>
          {t('empty.title')}
        </h1>
        <Text className={styles.lead}>{t('empty.intro')}</Text>
        <ol className={styles.steps}>
          <Step number={1} title={t('empty.copy.title')} text={t('empty.copy.text')}>
            <Button appearance="primary" icon={<CopyRegular />} onClick={() => void copyFlowUrl()} disabled={!address}>
              {t('copyUrl')}
            </Button>
          </Step>
          <Step number={2} title={t('empty.paste.title')} text={t('empty.paste.text')}>
            <Button icon={<GlobeRegular />} onClick={openTunnel} disabled={!address}>
              {t('empty.paste.tunnel')}
            </Button>
          </Step>
          <Step number={3} title={t('empty.sample.title')} text={t('empty.sample.text')}>
            <Button icon={<SendRegular />} onClick={() => void sendSample('article')} disabled={!address}>
              {t('sendSample')}
            </Button>
          </Step>
        </ol>
        <Text block>
          <Link as="button" inline onClick={() => show('guide')}>
            {t('empty.guide')}
          </Link>
        </Text>
        <Text className={styles.lead}>
          {t('empty.more')}{' '}
          <Link as="button" inline onClick={() => void openHelp('lead-article')}>
            {t('empty.article')}
          </Link>
        </Text>
      </div>
    </section>
  )
}

type StepProps = {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

function Step({ number, title, text, children }: StepProps) {
  return (
    <li className={styles.step}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.words}>
        <h2 className={styles.stepTitle}>{title}</h2>
        <Text className={styles.lead}>{text}</Text>
      </div>
      <div className={styles.act}>{children}</div>
    </li>
  )
}
