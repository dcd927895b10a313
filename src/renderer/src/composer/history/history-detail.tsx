import { Button, Spinner, Tooltip } from '@fluentui/react-components'
import { DeleteRegular, OpenRegular } from '@fluentui/react-icons'
import type { HistoryEntry } from '@shared/history/history'
import { useTranslation } from 'react-i18next'
import pane from '../../inbox/detail/lazy-code-view.module.css'
import { findNode } from '../../state/collection-index'
import { useCollections } from '../../state/collections-store'
import { deleteFromHistory, useHistory } from '../../state/history-store'
import { ErrorBar } from '../../ui/error-text'
import { HintActions, PaneHint } from '../../ui/pane-hint'
import { VisibleText } from '../../ui/visible-text'
import { AnswerView } from '../answer/answer-view'
import { AnswerComparison } from './answer-comparison'
import { chosenPair } from './history-selection'
import styles from './history-view.module.css'
import { openAsDraft } from './open-as-draft'
import { useHistoryEntry } from './use-history-entry'

/** The chosen send whole, two compared, or what to do. */
export function HistoryDetail() {
  const { t } = useTranslation('history')
  const { focusedId, selected, comparing } = useHistory()
  return (
    <section className={styles.detail} aria-label={t('detail')}>
      {comparing ? (
        <AnswerComparison
          left={comparing[0]}
          right={comparing[1]}
          onClose={() => useHistory.setState({ comparing: null })}
        />
      ) : selected.size > 1 ? (
        <ManyEntries selected={selected} />
      ) : focusedId === null ? (
        <PaneHint title={t('nothingChosen.title')} text={t('nothingChosen.text')} />
      ) : (
        <OneEntry id={focusedId} />
      )}
    </section>
  )
}

function ManyEntries({ selected }: { readonly selected: ReadonlySet<number> }) {
  const { t } = useTranslation('history')
  const pair = chosenPair(selected)
  return (
    <PaneHint title={t('selected', { count: selected.size })} text={pair ? t('pairHint') : t('act.compareHint')}>
      <HintActions>
        {pair ? (
          <Button appearance="primary" onClick={() => useHistory.setState({ comparing: pair })}>
            {t('act.compare')}
          </Button>
        ) : null}
        <Button icon={<DeleteRegular />} onClick={() => void deleteFromHistory({ ids: [...selected] })}>
          {t('act.delete', { count: selected.size })}
        </Button>
      </HintActions>
    </PaneHint>
  )
}

function OneEntry({ id }: { readonly id: number }) {
  const { t } = useTranslation('history')
  const state = useHistoryEntry(id)
  switch (state.state) {
    case 'loading':
      return <Spinner className={pane.loading} size="small" label={t('loading')} />
    case 'failed':
      return <ErrorBar error={state.error} />
    case 'ready':
      return <EntryView entry={state.entry} />
  }
}

function EntryView({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('history')
  const request = useCollections(({ collections }) => {
    const node = entry.nodeId === null ? null : findNode(collections, entry.nodeId)
    return node?.kind === 'request' ? node.id : null
  })
  return (
    <>
      <div className={styles.detailHead}>
        <h2>
          <VisibleText text={entry.name} light maxLength={200} />
        </h2>
        <Tooltip content={t('act.openHint')} relationship="description">
          <Button size="small" icon={<OpenRegular />} onClick={() => openAsDraft(entry)}>
            {t('act.open')}
          </Button>
        </Tooltip>
      </div>
      <AnswerView entry={entry} place="history" requestId={request} />
    </>
  )
}
