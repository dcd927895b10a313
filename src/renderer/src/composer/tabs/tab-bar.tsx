import { Button, Tooltip } from '@fluentui/react-components'
import { AddRegular, HistoryRegular, LayoutColumnTwoRegular, LayoutRowTwoRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { openTab, useComposer } from '../../state/composer-store'
import { composerCommands } from '../composer-commands'
import { EnvironmentPicker } from '../environments/environment-picker'
import { startRequest } from '../request/start-request'
import { AllTabsMenu } from './all-tabs-menu'
import styles from './tab-bar.module.css'
import { TabStrip } from './tab-strip'

/** The line over the tabs' content: the tabs, and what holds for all of them. */
export function TabBar() {
  const { t } = useTranslation('collections')
  const split = useComposer((state) => state.workspace.split)
  const stacked = split === 'rows'
  const splitLabel = stacked ? t('view.splitColumns') : t('view.splitRows')
  return (
    <div className={styles.bar}>
      <TabStrip />
      <Tooltip content={`${t('tab.new')} (Ctrl+T)`} relationship="label">
        <Button appearance="subtle" size="small" icon={<AddRegular />} onClick={() => startRequest()} />
      </Tooltip>
      <AllTabsMenu />
      <div className={styles.end}>
        <EnvironmentPicker />
        <Tooltip content={t('view.historyHint')} relationship="description">
          <Button
            appearance="subtle"
            size="small"
            icon={<HistoryRegular />}
            aria-label={t('view.history')}
            onClick={() => openTab('history')}
          />
        </Tooltip>
        <Tooltip content={splitLabel} relationship="label">
          <Button
            appearance="subtle"
            size="small"
            icon={stacked ? <LayoutColumnTwoRegular /> : <LayoutRowTwoRegular />}
            onClick={composerCommands.splitToggle}
          />
        </Tooltip>
      </div>
    </div>
  )
}
