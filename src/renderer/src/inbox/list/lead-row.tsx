// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its row by aria-activedescendant
// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows placed by hand cannot be a <table>: rows exist only while they are on the screen
import type { LeadSummary } from '@shared/lead/lead-summary'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from './columns'
import { LeadCells } from './lead-cells'
import { LeadLines } from './lead-lines'
import styles from './lead-row.module.css'

/** The id of a row's element, for `aria-activedescendant`. */
export function rowElementId(leadId: number): string {
  return `lead-row-${leadId}`
}

export type LeadRowProps = {
  /** null while its block is loading. */
  readonly lead: LeadSummary | null
  /** Place in the list, from 0. */
  readonly row: number
  /** Distance in px from the top of the scrolled element. */
  readonly top: number
  /** The columns of one-line rows; null for rows of two lines. */
  readonly columns: readonly Column[] | null
  readonly selected: boolean
  /** The keyboard is on this row. */
  readonly current: boolean
  /** Words of the search, to be marked. */
  readonly words: readonly string[]
  /** The local day as text: a row shows the clock today and the date tomorrow. */
  readonly today: string
}

/** One lead of the list. Handlers sit on the list, which reads `data-row` and `data-jump`: rows stay cheap to make. */
export const LeadRow = memo(function LeadRow({ lead, row, top, columns, selected, current, words }: LeadRowProps) {
  const { t } = useTranslation('inbox')
  const className = [
    styles.row,
    columns ? styles.oneLine : styles.twoLines,
    selected ? styles.selected : '',
    current ? styles.current : '',
    lead?.unread ? styles.unread : '',
  ].join(' ')
  const rowIndex = columns ? row + 2 : row + 1
  const position = { transform: `translateY(${top}px)` }
  if (lead === null) {
    return (
      <div role="row" aria-rowindex={rowIndex} aria-busy className={className} style={position} data-row={row}>
        <span role="gridcell" className={styles.placeholder}>
          <span className="visually-hidden">{t('list.loading')}</span>
          <span className={styles.placeholderBar} />
        </span>
      </div>
    )
  }
  return (
    <div
      role="row"
      id={rowElementId(lead.id)}
      aria-rowindex={rowIndex}
      aria-selected={selected}
      className={className}
      style={position}
      data-row={row}
      data-current={current || undefined}
    >
      {columns ? <LeadCells lead={lead} columns={columns} words={words} /> : <LeadLines lead={lead} words={words} />}
    </div>
  )
})
