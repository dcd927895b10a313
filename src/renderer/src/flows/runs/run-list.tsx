import { Button, Dropdown, Option, Spinner } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { targetOf } from '../../composer/history/history-list'
import { type RunQuery, runFilters } from '../../state/run-list'
import { ErrorBar } from '../../ui/error-text'
import styles from './run-history.module.css'
import { RunRow } from './run-row'
import type { useRuns } from './use-runs'

const rowHeight = 48

type RunListProps = {
  readonly scope: ReactNode
  readonly runs: ReturnType<typeof useRuns>
  readonly state: RunQuery['state']
  /** Rows name their flow too: in the list of all flows. */
  readonly withFlow: boolean
  readonly chosenId: number | null
  readonly onChoose: (id: number) => void
  readonly onFilter: (state: RunQuery['state']) => void
}

/** The runs, newest first; only the rows on the screen are drawn, and older ones are read as they are scrolled to. */
export function RunList({ scope, runs, state, withFlow, chosenId, onChoose, onFilter }: RunListProps) {
  const { t } = useTranslation('flowRuns')
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const { readOlder } = runs
  const canRead = !runs.isLoading && runs.error === null
  const rows = useVirtualizer({
    count: runs.runs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => runs.runs[index]?.id ?? index,
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const count = runs.runs.length
  useEffect(() => {
    if (canRead && last >= count - 20) readOlder()
  }, [canRead, last, count, readOlder])
  const press = (event: KeyboardEvent) => {
    const at = runs.runs.findIndex((run) => run.id === chosenId)
    const to = targetOf(event.key, at, count)
    const target = to === null ? undefined : runs.runs[to]
    if (to === null || !target) return
    event.preventDefault()
    onChoose(target.id)
    rows.scrollToIndex(to)
  }
  return (
    <div className={styles.list}>
      <div className={styles.bar}>
        {scope ?? <h3 className={styles.heading}>{t(withFlow ? 'allRuns' : 'title')}</h3>}
        <Dropdown
          size="small"
          className={`${styles.filter}`}
          aria-label={t('filter')}
          value={t(`filterOf.${state}`)}
          selectedOptions={[state]}
          onOptionSelect={(_, { optionValue }) => onFilter(runFilters.find((known) => known === optionValue) ?? 'all')}
        >
          {runFilters.map((filter) => (
            <Option key={filter} value={filter}>
              {t(`filterOf.${filter}`)}
            </Option>
          ))}
        </Dropdown>
      </div>
      {runs.error ? (
        <ErrorBar error={runs.error}>
          <Button size="small" onClick={runs.retry}>
            {t('retry')}
          </Button>
        </ErrorBar>
      ) : null}
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t(withFlow ? 'allRuns' : 'title')}
        aria-busy={runs.isLoading}
        aria-activedescendant={chosenId === null ? undefined : `${id}-${chosenId}`}
        onKeyDown={press}
      >
        <div className={styles.rows} style={{ height: rows.getTotalSize() }} role="presentation">
          {shown.map(({ index, start }) => {
            const run = runs.runs[index]
            return run ? (
              <RunRow
                key={run.id}
                id={`${id}-${run.id}`}
                run={run}
                top={start}
                withFlow={withFlow}
                isChosen={run.id === chosenId}
                onChoose={() => onChoose(run.id)}
              />
            ) : null
          })}
        </div>
        {count === 0 && runs.isComplete ? (
          <p className={styles.note}>{t(state === 'all' ? 'empty.text' : 'nothingFound')}</p>
        ) : null}
        {count === 0 && runs.isLoading ? <Spinner size="small" label={t('loading')} /> : null}
      </div>
    </div>
  )
}
