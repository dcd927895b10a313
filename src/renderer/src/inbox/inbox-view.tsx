import { useTranslation } from 'react-i18next'
import { type Layout, Panel } from 'react-resizable-panels'
import { useEngine } from '../state/engine-store'
import { changeAppSettings, useSettings } from '../state/settings-store'
import { showErrorToast } from '../state/toast-store'
import { useMediaQuery } from '../styles/use-theme'
import { Split, SplitLine } from '../ui/split'
import { LeadDetailPane } from './detail/lead-detail-pane'
import { EmptyInbox } from './empty-inbox'
import { FlowBar } from './flow-bar/flow-bar'
import styles from './inbox-view.module.css'
import { LeadList } from './list/lead-list'

/** The flow's bar over the list of leads and the chosen lead; an inbox that never had a lead teaches instead. */
export function InboxView() {
  const { t } = useTranslation('frame')
  const total = useEngine((state) => state.hydration?.facets.total)
  return (
    <div className={styles.inbox}>
      {total === 0 ? null : <h1 className="visually-hidden">{t('rail.inbox')}</h1>}
      <FlowBar />
      {total === 0 ? <EmptyInbox /> : <InboxSplit />}
    </div>
  )
}

function InboxSplit() {
  const { t } = useTranslation('bar')
  const sizes = useSettings((state) => state.settings.paneSizes.inbox)
  const narrow = useMediaQuery('(width < 760px)')
  const keep = (layout: Layout) => {
    const { list = 50, detail = 50 } = layout
    const paneSizes = { ...useSettings.getState().settings.paneSizes, inbox: [list, detail] }
    changeAppSettings({ paneSizes }).catch((error: unknown) => showErrorToast(t('sizesNotKept'), error))
  }
  return (
    <Split
      orientation={narrow ? 'vertical' : 'horizontal'}
      defaultLayout={{ list: sizes?.[0] ?? 50, detail: sizes?.[1] ?? 50 }}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && keep(layout)}
    >
      <Panel id="list" minSize={narrow ? 120 : 300}>
        <LeadList />
      </Panel>
      <SplitLine label={t('separator')} />
      <Panel id="detail" minSize={narrow ? 120 : 300}>
        <LeadDetailPane />
      </Panel>
    </Split>
  )
}
