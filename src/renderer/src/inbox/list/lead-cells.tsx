// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its row by aria-activedescendant
// biome-ignore-all lint/a11y/useSemanticElements: a grid of rows placed by hand cannot be a <table>: rows exist only while they are on the screen
import type { LeadSummary } from '@shared/lead/lead-summary'
import { VerdictBadge } from '../../ui/verdict-badge'
import { CellText } from './cell-text'
import type { Column, ColumnId } from './columns'
import { LeadBadges, LeadMarks } from './lead-marks'
import styles from './lead-row.module.css'
import { LeadTitle } from './lead-title'
import { RowTime } from './row-time'

/** From this width on the verdict's full words fit, and a duplicate's. */
const fullVerdictWidth = 160
const fullDuplicateWidth = 300

type LeadCellsProps = {
  readonly lead: LeadSummary
  readonly columns: readonly Column[]
  readonly words: readonly string[]
}

/** A lead on one line, a cell for each column. An unmatched request's diagnosis takes the place of the lead's columns. */
export function LeadCells({ lead, columns, words }: LeadCellsProps) {
  const isUnmatched = lead.verdict === 'unmatched'
  const merged = isUnmatched ? columns.filter(({ id }) => id !== 'time' && id !== 'verdict' && id !== 'name') : []
  const mergedWidth = merged.reduce((sum, column) => sum + column.width, 0)
  return (
    <>
      <span role="gridcell" className={styles.marksCell}>
        <LeadMarks lead={lead} />
      </span>
      {columns.map(({ id, width }) => {
        if (merged.some((column) => column.id === id)) return null
        const isWide = id === 'name' && mergedWidth > 0
        return (
          <span
            key={id}
            role="gridcell"
            aria-colspan={isWide ? 1 + merged.length : undefined}
            className={styles.cell}
            style={{ width: isWide ? width + mergedWidth : width }}
          >
            <CellContent id={id} width={isWide ? width + mergedWidth : width} lead={lead} words={words} />
          </span>
        )
      })}
    </>
  )
}

type CellContentProps = {
  readonly id: ColumnId
  readonly width: number
  readonly lead: LeadSummary
  readonly words: readonly string[]
}

function CellContent({ id, width, lead, words }: CellContentProps) {
  if (id === 'time') return <RowTime at={lead.receivedAt} />
  if (id === 'verdict') return <VerdictBadge verdict={lead.verdict} short={width < fullVerdictWidth} />
  if (id === 'name') {
    return (
      <>
        <LeadTitle lead={lead} words={words} />
        <LeadBadges lead={lead} inFull={width >= fullDuplicateWidth} />
      </>
    )
  }
  const text = textOf(lead, id)
  if (text.trim() === '') return <span className={styles.quiet}>—</span>
  return (
    <span className={styles.value} title={text.slice(0, 500)}>
      <CellText text={text} words={words} />
    </span>
  )
}

function textOf(lead: LeadSummary, id: 'company' | 'offer' | 'source' | 'actionCode'): string {
  return { company: lead.company, offer: lead.offerTitle, source: lead.source, actionCode: lead.actionCode }[id]
}
