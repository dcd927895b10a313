import { Button, Spinner } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { callEngine } from '../../state/bridge'
import { deleteFromHistory, readFirstPage, readOlder, useHistory } from '../../state/history-store'
import { showErrorToast } from '../../state/toast-store'
import { ErrorBar } from '../../ui/error-text'
import { HistoryRow } from './history-row'
import { type Choosing, chooseEntry } from './history-selection'
import styles from './history-view.module.css'
import { openAsDraft } from './open-as-draft'

const rowHeight = 52

/** The sends, newest first; only the rows on the screen are drawn, and older ones are read as they are scrolled to. */
export function HistoryList() {
  const { t } = useTranslation('history')
  const { entries, isComplete, isLoading, error, focusedId, selected } = useHistory()
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= entries.length - 20) void readOlder()
  }, [last, entries.length])

  const choose = (entryId: number, how: Choosing) => {
    useHistory.setState((state) => ({
      ...chooseEntry(
        state.entries.map((entry) => entry.id),
        state,
        entryId,
        how,
      ),
      comparing: null,
    }))
  }
  const press = (event: KeyboardEvent) => {
    const at = entries.findIndex((entry) => entry.id === focusedId)
    const to = targetOf(event.key, at, entries.length)
    const target = to === null ? undefined : entries[to]
    if (to !== null && target) {
      choose(target.id, event.shiftKey ? 'range' : 'alone')
      rows.scrollToIndex(to)
    } else if (event.key === 'Enter' && focusedId !== null) void reopen(focusedId)
    else if (event.key === 'Delete' && selected.size > 0) void deleteFromHistory({ ids: [...selected] })
    else return
    event.preventDefault()
  }
  const reopen = async (entryId: number) => {
    try {
      openAsDraft(await callEngine('history.get', { id: entryId }))
    } catch (failure) {
      showErrorToast(t('notOpened'), failure)
    }
  }
  return (
    <>
      {error ? (
        <ErrorBar error={error}>
          <Button size="small" onClick={() => void readFirstPage()}>
            {t('retry')}
          </Button>
        </ErrorBar>
      ) : null}
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        tabIndex={0}
        // An empty list box has no meaning: only the words below are there then.
        hidden={entries.length === 0}
        aria-label={t('title')}
        aria-multiselectable
        aria-busy={isLoading}
        aria-activedescendant={focusedId === null ? undefined : `${id}-${focusedId}`}
        onKeyDown={press}
      >
        <div className={styles.rows} style={{ height: rows.getTotalSize() }} role="presentation">
          {shown.map(({ index, start }) => {
            const entry = entries[index]
            return entry ? (
              <HistoryRow
                key={entry.id}
                id={`${id}-${entry.id}`}
                entry={entry}
                top={start}
                place={index + 1}
                total={isComplete ? entries.length : -1}
                isSelected={selected.has(entry.id)}
                isFocused={entry.id === focusedId}
                onChoose={(how) => choose(entry.id, how)}
                onOpen={() => void reopen(entry.id)}
              />
            ) : null
          })}
        </div>
      </div>
      {entries.length === 0 && isComplete ? (
        <p className={styles.note} role="status">
          {t('nothingFound')}
        </p>
      ) : null}
      {entries.length === 0 && isLoading ? <Spinner size="small" label={t('loading')} /> : null}
    </>
  )
}

/** Pure: the row that a key leads to; null when it leads nowhere. @param at the row it is on; -1 for none */
export function targetOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1, PageDown: at + 10, PageUp: at - 10 }[key]
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}
