import { Button, SearchBox } from '@fluentui/react-components'
import { AddRegular, ArrowImportRegular, EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import type { Flow } from '@shared/flow/flow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { presentFlows } from '../state/chosen-flow'
import { useFlowsDialog } from '../state/flows-dialog-store'
import { useMediaQuery } from '../styles/use-theme'
import { DeletedFlowRow } from './deleted-flow-row'
import { importFlow } from './flow-actions'
import styles from './flow-list.module.css'
import { FlowRow } from './flow-row'

/** Fewer flows than this are found with the eye. */
const searchedFrom = 8

type FlowListProps = { readonly flows: readonly Flow[]; readonly chosenId: string | null }

/** *My flows*: the list, what adds to it, and the deleted ones when they are asked for. */
export function FlowList({ flows, chosenId }: FlowListProps) {
  const { t } = useTranslation('flows')
  const narrow = useMediaQuery('(width < 1000px)')
  const open = useFlowsDialog((state) => state.open)
  const [searched, setSearched] = useState('')
  const [showsDeleted, setShowsDeleted] = useState(false)
  const present = presentFlows(flows)
  const deleted = flows.filter(({ state }) => state === 'deleted')
  const isSearching = present.length >= searchedFrom
  const words = isSearching ? searched.trim().toLocaleLowerCase() : ''
  const shown = present.filter(({ name }) => name.toLocaleLowerCase().includes(words))
  return (
    <section className={styles.pane} aria-label={t('title')}>
      <div className={styles.toolbar}>
        <h2 className={styles.title}>{t('title')}</h2>
        <Button size="small" appearance="primary" icon={<AddRegular />} onClick={() => open({ kind: 'new' })}>
          {t('list.new')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowImportRegular />}
          title={t('list.importHint')}
          aria-label={t('list.import')}
          onClick={() => void importFlow()}
        >
          {narrow ? null : t('list.import')}
        </Button>
      </div>
      {isSearching ? (
        <SearchBox
          className={styles.search}
          size="small"
          placeholder={t('list.search')}
          aria-label={t('list.search')}
          value={searched}
          onChange={(_, data) => setSearched(data.value)}
        />
      ) : null}
      <div className={styles.scroll}>
        <ul className={styles.list} aria-label={t('title')}>
          {shown.map((flow) => (
            <FlowRow key={flow.id} flow={flow} isChosen={flow.id === chosenId} isLast={present.length === 1} />
          ))}
        </ul>
        {shown.length === 0 && words !== '' ? <p className={styles.hint}>{t('list.nothing', { searched })}</p> : null}
        {showsDeleted && deleted.length > 0 ? (
          <>
            <h3 className={styles.subtitle}>{t('list.deletedTitle')}</h3>
            <ul className={styles.list} aria-label={t('list.deletedTitle')}>
              {deleted.map((flow) => (
                <DeletedFlowRow key={flow.id} flow={flow} />
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {deleted.length > 0 ? (
        <div className={styles.foot}>
          <Button
            size="small"
            appearance="subtle"
            icon={showsDeleted ? <EyeOffRegular /> : <EyeRegular />}
            aria-expanded={showsDeleted}
            onClick={() => setShowsDeleted(!showsDeleted)}
          >
            {t(showsDeleted ? 'list.hideDeleted' : 'list.showDeleted', { count: deleted.length })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
