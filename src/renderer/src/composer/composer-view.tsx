import { useTranslation } from 'react-i18next'
import { Panel } from 'react-resizable-panels'
import { useComposer } from '../state/composer-store'
import { useSettings } from '../state/settings-store'
import { useMediaQuery } from '../styles/use-theme'
import { Split, SplitLine } from '../ui/split'
import { ComposerDialogs } from './composer-dialogs'
import styles from './composer-view.module.css'
import { ImportDrop } from './import/import-drop'
import { keepSizes } from './keep-sizes'
import { TabContent } from './tab-content'
import { TabBar } from './tabs/tab-bar'
import { CollectionsPane } from './tree/collections-pane'
import { useComposerShortcuts } from './use-composer-shortcuts'
import { Welcome } from './welcome'

/** The collections at the left; tabs with a request and its answer at the right. */
export function ComposerView() {
  const { t } = useTranslation('collections')
  const sizes = useSettings((state) => state.settings.paneSizes.composer)
  const narrow = useMediaQuery('(width < 760px)')
  useComposerShortcuts()
  return (
    <ImportDrop>
      <h1 className="visually-hidden">{t('title')}</h1>
      <Split
        orientation="horizontal"
        defaultLayout={{ tree: sizes?.[0] ?? 24, main: sizes?.[1] ?? 76 }}
        onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && keepSizes('composer', layout)}
      >
        <Panel id="tree" minSize={narrow ? 140 : 180} maxSize="60%">
          <CollectionsPane />
        </Panel>
        <SplitLine label={t('separator')} />
        <Panel id="main" minSize={320}>
          <Main />
        </Panel>
      </Split>
      <ComposerDialogs />
    </ImportDrop>
  )
}

function Main() {
  const activeTab = useComposer((state) => state.workspace.activeTab)
  return (
    <div className={styles.main}>
      <TabBar />
      {activeTab === null ? <Welcome /> : <TabContent key={activeTab} draftId={activeTab} />}
    </div>
  )
}
