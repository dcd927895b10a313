import {
  CounterBadge,
  Menu,
  MenuButton,
  MenuGroup,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import type { LeadFacets, LeadQuery } from '@shared/lead/lead-query'
import { verdicts } from '@shared/lead/verdict'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../../state/engine-store'
import { useInbox } from '../../state/inbox-store'
import { VisibleText } from '../../ui/visible-text'
import styles from './filter-bar.module.css'
import { facetValues, type ListFilterKey, listFilters, toggleValue } from './query-filters'

/** What the leads can be filtered by, a menu for each facet with how many leads have each value. */
export function FilterBar() {
  const { t } = useTranslation(['inbox', 'common'])
  const query = useInbox((state) => state.query)
  const setQuery = useInbox((state) => state.setQuery)
  const facets = useEngine((state) => state.hydration?.facets)
  if (!facets) return null
  return (
    <fieldset className={styles.bar} aria-label={t('inbox:list.filter.bar')}>
      {listFilters.map(({ key }) => (
        <FilterMenu key={key} label={t(`inbox:list.filter.${key}`)} active={query[key].length} checked={query[key]}>
          {facetValues(query, facets, key).map(({ value, count }) => (
            <FilterItem
              key={value}
              value={value}
              count={count}
              label={filterValueText(t, key, value)}
              onToggle={() => setQuery(toggleValue(query, key, value))}
            />
          ))}
        </FilterMenu>
      ))}
      <MoreMenu query={query} facets={facets} onChange={setQuery} />
    </fieldset>
  )
}

/** A filter's value in words: a verdict by its name, an empty value as "(none)", anything else as it was sent. */
export function filterValueText(t: TFunction<['inbox', 'common']>, key: ListFilterKey, value: string): string {
  if (value === '') return t('inbox:list.noValue')
  if (key !== 'verdicts') return value
  const verdict = verdicts.find((known) => known === value)
  return verdict ? t(`common:verdict.${verdict}`) : value
}

type MoreMenuProps = {
  readonly query: LeadQuery
  readonly facets: LeadFacets
  readonly onChange: (query: LeadQuery) => void
}

function MoreMenu({ query, facets, onChange }: MoreMenuProps) {
  const { t } = useTranslation('inbox')
  const { isTest, unread, pinned } = query
  const checked = [
    isTest === true && 'test',
    isTest === false && 'real',
    unread && 'unread',
    pinned && 'pinned',
  ].filter((name) => name !== false)
  const items = [
    { value: 'test', count: facets.test, next: { ...query, isTest: isTest === true ? null : true } },
    { value: 'real', count: facets.total - facets.test, next: { ...query, isTest: isTest === false ? null : false } },
    { value: 'unread', count: facets.unread, next: { ...query, unread: !unread } },
    { value: 'pinned', count: facets.pinned, next: { ...query, pinned: !pinned } },
  ] as const
  return (
    <FilterMenu label={t('list.filter.more')} active={checked.length} checked={checked}>
      {items.map(({ value, count, next }) => (
        <FilterItem
          key={value}
          value={value}
          count={count}
          label={t(`list.filter.${value}`)}
          onToggle={() => onChange(next)}
        />
      ))}
    </FilterMenu>
  )
}

type FilterMenuProps = {
  readonly label: string
  readonly active: number
  readonly checked: readonly string[]
  readonly children: React.ReactNode[]
}

function FilterMenu({ label, active, checked, children }: FilterMenuProps) {
  const { t } = useTranslation('inbox')
  return (
    <Menu checkedValues={{ value: [...checked] }} hasCheckmarks persistOnItemClick>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" className={active > 0 ? styles.active : undefined}>
          {label}
          {active > 0 ? <CounterBadge count={active} size="small" className={styles.counter} /> : null}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {children.length > 0 ? (
            <MenuGroup>{children}</MenuGroup>
          ) : (
            <div className={styles.nothing}>{t('list.filter.nothing')}</div>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

type FilterItemProps = {
  readonly value: string
  readonly count: number
  readonly label: string
  readonly onToggle: () => void
}

const numbers = new Intl.NumberFormat()

function FilterItem({ value, count, label, onToggle }: FilterItemProps) {
  return (
    <MenuItemCheckbox name="value" value={value} secondaryContent={numbers.format(count)} onClick={onToggle}>
      <VisibleText text={label} maxLength={60} light />
    </MenuItemCheckbox>
  )
}
