import { Button } from '@fluentui/react-components'
import { AddRegular, ArrowImportRegular, HistoryRegular } from '@fluentui/react-icons'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useComposerDialog } from '../state/composer-dialog-store'
import { openTab } from '../state/composer-store'
import { Kbd } from '../ui/kbd'
import { composerShortcuts } from './composer-shortcuts'
import styles from './composer-view.module.css'
import { startRequest } from './request/start-request'

const shown = ['newRequest', 'searchRequests', 'reopenTab'] as const

/** The place of the tabs while none is open. */
export function Welcome() {
  const { t } = useTranslation('collections')
  return (
    <div className={styles.welcome}>
      <h2>{t('view.welcome')}</h2>
      <p>{t('view.welcomeBody')}</p>
      <div className={styles.welcomeActions}>
        <Button appearance="primary" icon={<AddRegular />} onClick={() => startRequest()}>
          {t('view.newRequest')}
        </Button>
        <Button icon={<ArrowImportRegular />} onClick={() => useComposerDialog.getState().open({ kind: 'import' })}>
          {t('view.import')}
        </Button>
        <Button icon={<HistoryRegular />} onClick={() => openTab('history')}>
          {t('view.history')}
        </Button>
      </div>
      <dl className={styles.keys}>
        {shown.map((id) => (
          <Fragment key={id}>
            <dt>
              <Kbd keys={composerShortcuts[id][0]} />
            </dt>
            <dd>{t(`shortcut.${id}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}
