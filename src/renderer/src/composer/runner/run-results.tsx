import type { CollectionRun } from '@shared/runner/collection-run'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBar } from '../../ui/error-text'
import { targetOf } from '../history/history-list'
import { ResultDetail } from './result-detail'
import { ResultRow } from './result-row'
import styles from './run-results.module.css'
import { useRunResults } from './use-run-results'

const rowHeight = 28

type RunResultsProps = { readonly run: CollectionRun; readonly only: 'all' | 'failed' }

/** The results as a list of which only the rows on the screen are drawn, and the chosen one in detail under it. */
export function RunResults({ run, only }: RunResultsProps) {
  const { t } = useTranslation('runner')
  const { rows: results, hasMore, error, readMore } = useRunResults(run, only)
  const [chosen, setChosen] = useState<number | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const rows = useVirtualizer({
    count: results.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that went on may have more now
  useEffect(() => {
    if (hasMore && results.length > 0 && last >= results.length - 30) readMore()
  }, [hasMore, last, results.length, readMore, run])

  const at = results.findIndex(({ number }) => number === chosen)
  const result = results[at] ?? null
  const press = (event: KeyboardEvent) => {
    const to = targetOf(event.key, at, results.length)
    const target = to === null ? undefined : results[to]
    if (to === null || !target) return
    event.preventDefault()
    setChosen(target.number)
    rows.scrollToIndex(to)
  }
  return (
    <>
      {error ? <ErrorBar error={error} /> : null}
      <div className={styles.head} aria-hidden>
        <span>#</span>
        <span>{t('column.result')}</span>
        <span>{t('column.request')}</span>
        <span>{t('column.iteration')}</span>
        <span>{t('column.time')}</span>
        <span>{t('column.size')}</span>
        <span>{t('column.checks')}</span>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('results')}
        aria-activedescendant={result ? `${id}-${result.number}` : undefined}
        onKeyDown={press}
      >
        <div className={styles.rows} style={{ height: rows.getTotalSize() }} role="presentation">
          {shown.map(({ index, start }) => {
            const row = results[index]
            return row ? (
              <ResultRow
                key={row.number}
                id={`${id}-${row.number}`}
                result={row}
                top={start}
                place={index + 1}
                total={hasMore ? -1 : results.length}
                isChosen={row.number === chosen}
                onChoose={() => setChosen(row.number)}
              />
            ) : null
          })}
        </div>
        {results.length === 0 && !hasMore ? (
          <p className={styles.note}>{only === 'failed' ? t('noneFailed') : t('noResults')}</p>
        ) : null}
      </div>
      {result ? <ResultDetail key={result.number} result={result} onClose={() => setChosen(null)} /> : null}
    </>
  )
}
