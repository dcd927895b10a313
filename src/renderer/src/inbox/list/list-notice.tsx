import { Button } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useInbox } from '../../state/inbox-store'
import { shownRows } from '../../state/lead-window'
import { ErrorBar } from '../../ui/error-text'
import { VisibleText } from '../../ui/visible-text'
import { clearQuery } from './clear-query'
import styles from './lead-list.module.css'
import { dispatchToList, useLeadList } from './lead-list-store'
import { activeFilters, isFiltered } from './query-filters'

/** Why the list cannot be read right now, over its rows; nothing while it can. */
export function ListError() {
  const { t } = useTranslation('inbox')
  const phase = useLeadList((state) => state.window.phase)
  if (phase.state !== 'failed') return null
  return (
    <ErrorBar error={phase.error}>
      <Button size="small" onClick={() => dispatchToList({ type: 'refresh' })}>
        {t('list.retry')}
      </Button>
    </ErrorBar>
  )
}

/** What an empty list says: nothing has come yet, or nothing matches and how to see everything again. */
export function EmptyList() {
  const { t } = useTranslation('inbox')
  const query = useInbox((state) => state.query)
  const isEmpty = useLeadList(({ window }) => window.phase.state === 'ready' && shownRows(window) === 0)
  if (!isEmpty) return null
  if (!isFiltered(query)) return <p className={styles.empty}>{t('list.empty')}</p>
  const text = query.text.trim()
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>
        {text !== '' && activeFilters(query).length === 0 ? (
          <VisibleText text={t('list.noneForText', { text })} light />
        ) : (
          t('list.none')
        )}
      </p>
      <p>{t('list.noneTodo')}</p>
      <Button size="small" onClick={clearQuery}>
        {t('list.clear')}
      </Button>
    </div>
  )
}
