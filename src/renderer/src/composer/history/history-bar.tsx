import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
  Tooltip,
} from '@fluentui/react-components'
import { ColumnDoubleCompareRegular, DeleteRegular, MoreHorizontalRegular } from '@fluentui/react-icons'
import type { HistoryQuery } from '@shared/history/history'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteFromHistory, queryHistory, useHistory } from '../../state/history-store'
import { Segmented } from '../../ui/segmented'
import { chosenPair } from './history-selection'
import styles from './history-view.module.css'

const debounceMs = 150
const states = ['all', 'succeeded', 'failed'] as const satisfies readonly HistoryQuery['state'][]

/** Search, the filter, and what can be done with the chosen entries. */
export function HistoryBar({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation('history')
  const { query, selected } = useHistory()
  const [typed, setTyped] = useState(query.text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const pair = chosenPair(selected)
  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    const ask = () => queryHistory({ ...useHistory.getState().query, text })
    if (text.trim() === '') ask()
    else timer.current = setTimeout(ask, debounceMs)
  }
  return (
    <div className={styles.bar}>
      <SearchBox
        size="small"
        className={styles.search}
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={500}
        value={typed}
        onChange={(_, { value }) => search(value)}
      />
      <Segmented
        label={t('filter')}
        options={states.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        value={query.state}
        onChange={(state) => queryHistory({ ...useHistory.getState().query, state })}
      />
      <span className={styles.push} />
      <Tooltip content={pair ? t('act.compare') : t('act.compareHint')} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<ColumnDoubleCompareRegular />}
          disabledFocusable={pair === null}
          onClick={() => useHistory.setState({ comparing: pair })}
        />
      </Tooltip>
      <Tooltip content={t('act.delete', { count: Math.max(1, selected.size) })} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          disabledFocusable={selected.size === 0}
          onClick={() => void deleteFromHistory({ ids: [...selected] })}
        />
      </Tooltip>
      <Menu>
        <MenuTrigger>
          <Tooltip content={t('act.more')} relationship="label">
            <Button size="small" appearance="subtle" icon={<MoreHorizontalRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<DeleteRegular />} onClick={onClear}>
              {t('act.clear')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
