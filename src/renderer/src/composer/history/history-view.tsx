import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from 'react-resizable-panels'
import { deleteFromHistory, followHistory, useHistory } from '../../state/history-store'
import { useMediaQuery } from '../../styles/use-theme'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { PaneHint } from '../../ui/pane-hint'
import { Split, SplitLine } from '../../ui/split'
import { HistoryBar } from './history-bar'
import { HistoryDetail } from './history-detail'
import { HistoryList } from './history-list'
import styles from './history-view.module.css'

/** Every send that was made: the list, and the chosen one whole beside it. The same in every tab of its kind. */
export function HistoryView(_: { readonly draftId: string }) {
  const { t } = useTranslation('history')
  const [isClearing, setIsClearing] = useState(false)
  const isNarrow = useMediaQuery('(width < 1000px)')
  const isUnused = useHistory(
    ({ entries, isComplete, query }) =>
      isComplete && entries.length === 0 && query.text === '' && query.state === 'all',
  )
  useEffect(followHistory, [])
  if (isUnused) {
    return <PaneHint title={t('empty.title')} text={t('empty.text')} />
  }
  return (
    <div className={styles.view}>
      <Split orientation={isNarrow ? 'vertical' : 'horizontal'} defaultLayout={{ list: 45, detail: 55 }}>
        <Panel id="list" minSize={isNarrow ? 120 : 280}>
          <section className={styles.list} aria-label={t('title')}>
            <HistoryBar onClear={() => setIsClearing(true)} />
            <HistoryList />
          </section>
        </Panel>
        <SplitLine label={t('separator')} />
        <Panel id="detail" minSize={isNarrow ? 120 : 300}>
          <HistoryDetail />
        </Panel>
      </Split>
      {isClearing ? (
        <ConfirmDialog
          title={t('clear.title')}
          consequence={t('clear.consequence')}
          confirm={t('clear.confirm')}
          onConfirm={() => void deleteFromHistory({ all: true })}
          onClose={() => setIsClearing(false)}
        />
      ) : null}
    </div>
  )
}
