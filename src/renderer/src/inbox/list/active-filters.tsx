import { Button, Tag, TagGroup } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useInbox } from '../../state/inbox-store'
import { VisibleText } from '../../ui/visible-text'
import { clearQuery } from './clear-query'
import { filterValueText } from './filter-bar'
import styles from './filter-bar.module.css'
import { type ActiveFilter, activeFilters, removeFilter } from './query-filters'

/** The filters that are on as chips, each to be taken off, and a way to clear all; nothing while there are none. */
export function ActiveFilters() {
  const { t } = useTranslation(['inbox', 'common'])
  const query = useInbox((state) => state.query)
  const setQuery = useInbox((state) => state.setQuery)
  const filters = activeFilters(query)
  if (filters.length === 0) return null
  const textOf = (filter: ActiveFilter) =>
    filter.kind === 'value'
      ? t('inbox:list.filter.chip', {
          filter: t(`inbox:list.filter.${filter.key}`),
          value: filterValueText(t, filter.key, filter.value),
        })
      : t(`inbox:list.filter.${filter.kind}`)
  return (
    <div className={styles.chips}>
      <TagGroup
        size="extra-small"
        dismissible
        aria-label={t('inbox:list.filter.active')}
        onDismiss={(_, { value }) => {
          const filter = filters[Number(value)]
          if (filter) setQuery(removeFilter(query, filter))
        }}
      >
        {filters.map((filter, at) => {
          const text = textOf(filter)
          return (
            <Tag
              key={filter.kind === 'value' ? `${filter.key}:${filter.value}` : filter.kind}
              value={`${at}`}
              aria-label={t('inbox:list.filter.remove', { filter: text })}
            >
              <span className={styles.chipText} title={text}>
                <VisibleText text={text} light />
              </span>
            </Tag>
          )
        })}
      </TagGroup>
      <Button size="small" appearance="transparent" onClick={clearQuery}>
        {t('inbox:list.clear')}
      </Button>
    </div>
  )
}
